import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeConnector } from './support/connector.mjs';
import { action, context } from './support/node.mjs';
import * as samples from './support/samples.mjs';

async function search(method, answers, chosen = {}, filter = undefined) {
  const connector = new FakeConnector(answers);
  const loader = { ...context(action, {}, connector), getCurrentNodeParameter: (name) => chosen[name] };
  const { results, paginationToken: more } = await action.methods.listSearch[method].call(loader, filter);
  if (connector.fault) throw connector.fault;
  return { results, more, requests: connector.requests };
}

test('accounts are listed by name, and say what is special about them', async () => {
  const all = [
    samples.account(),
    samples.account({ id: 'acc_2', name: 'Blog', environment: 'sandbox' }),
    samples.account({ id: 'acc_3', name: 'Cafe', status: 'reconnect_required' }),
  ];
  const { results } = await search('searchAccounts', { 'GET /v1/accounts': samples.page(all) });

  assert.deepEqual(results, [
    { name: 'Blog (sandbox)', value: 'acc_2' },
    { name: 'Cafe · reconnect required', value: 'acc_3' },
    { name: 'Shop', value: 'acc_1' },
  ]);
});

test('boards are those of the chosen account, and can be searched', async () => {
  const boards = samples.page([
    samples.board(),
    samples.board({ id: '43', name: 'Secret lamps', privacy: 'SECRET', url: null }),
    samples.board({ id: '44', name: 'Rugs' }),
  ]);
  const { results, requests } = await search('searchBoards', { 'GET /v1/boards': boards }, { account: 'acc_1' }, ' LAMP ');

  assert.deepEqual(results, [
    { name: 'Lamps', value: '42', url: 'https://www.pinterest.com/shop/lamps/' },
    { name: 'Secret lamps (secret)', value: '43', url: undefined },
  ]);
  assert.deepEqual(requests[0].query, { account_id: 'acc_1' });
});

for (const [method, asked, one, shown] of [
  ['searchCatalogs', '/v1/catalogs', samples.catalog({ type: 'CREATIVE_ASSETS' }), { name: 'Shop (creative assets)', value: '1' }],
  ['searchFeeds', '/v1/catalogs/feeds', samples.feed({ status: 'INACTIVE' }), { name: 'All products (inactive)', value: '7' }],
  ['searchProductGroups', '/v1/catalogs/groups', samples.productGroup(), { name: 'Lamps', value: '3' }],
])
  test(`${method} lists those of the chosen account, and n8n can ask for more`, async () => {
    const { results, requests, more } = await search(method, { [`GET ${asked}`]: samples.page([one], 'next') }, { account: 'acc_1' });

    assert.deepEqual(results, [shown]);
    assert.deepEqual(requests[0].query, { account_id: 'acc_1', limit: 250 });
    assert.equal(more, 'next');
  });

test('an account that only a run can know is left out', async () => {
  const { requests } = await search('searchBoards', { 'GET /v1/boards': samples.page([]) }, { account: '={{ $json.account }}' });

  assert.deepEqual(requests[0].query, {});
});

test('sections are those of the chosen board', async () => {
  const { results } = await search(
    'searchSections',
    { 'GET /v1/boards/42/sections': samples.page([{ id: '7', name: 'Desk' }]) },
    { board: '42' },
  );

  assert.deepEqual(results, [{ name: 'Desk', value: '7' }]);
});

test('without a board there is a sentence instead of an empty list', async () => {
  for (const board of [undefined, '', 'Home decor', '={{ $json.board }}']) {
    await assert.rejects(search('searchSections', {}, { board }), /Choose the board from the list or by its ID first/);
  }
});
