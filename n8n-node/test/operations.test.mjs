import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, run } from './support/node.mjs';
import { rows as accounts } from './support/operations/accounts.mjs';
import { rows as audience } from './support/operations/audience.mjs';
import { rows as boards } from './support/operations/boards.mjs';
import { rows as catalogs } from './support/operations/catalogs.mjs';
import { rows as imports } from './support/operations/imports.mjs';
import { rows as metrics } from './support/operations/metrics.mjs';
import { rows as pins } from './support/operations/pins.mjs';
import { rows as sources } from './support/operations/sources.mjs';
import * as samples from './support/samples.mjs';

// Each row: what is chosen, what is asked for it, what the connector answers, and what comes out.
const rows = [...accounts, ...audience, ...boards, ...catalogs, ...imports, ...metrics, ...pins, ...sources];
for (const [name, chosen, [asked, query = {}, body], answer, output] of rows) {
  const [resource, operation] = name.split(' ');
  test(`${name} with ${JSON.stringify(chosen)}`, async () => {
    const ran = await run({ resource, operation, ...chosen }, { [asked]: answer });

    assert.equal(ran.requests.length, 1);
    assert.deepEqual(ran.requests[0].query, query);
    assert.deepEqual(ran.requests[0].body, body);
    assert.equal(ran.output.length, output.length);
    ran.output.forEach((json, i) => holds(json, output[i]));
    ran.items.forEach((item) => assert.deepEqual(item.pairedItem, { item: 0 }));
  });
}

function holds(actual, expected) {
  for (const [key, value] of Object.entries(expected)) assert.deepEqual(actual[key], value, key);
}

test('without Simplify everything comes out as the connector said it', async () => {
  for (const [resource, operation, chosen, asked, answer] of [
    ['pin', 'get', { pinId: 'pin_1' }, 'GET /v1/pins/pin_1', samples.pin()],
    ['account', 'get', { account: byId }, 'GET /v1/accounts/acc_1', samples.account()],
    ['account', 'getRateMeter', { account: byId }, 'GET /v1/accounts/acc_1/rate-meter', samples.meter()],
    ['metric', 'getAccount', {}, 'GET /v1/metrics/account', samples.table()],
  ]) {
    const { output } = await run({ resource, operation, simplify: false, ...chosen }, { [asked]: answer });
    assert.deepEqual(output, [answer]);
  }
});

test('an account that is not chosen is the only one there is', async () => {
  const { output } = await run(
    { resource: 'account', operation: 'get' },
    { 'GET /v1/accounts': samples.page([samples.account()]), 'GET /v1/accounts/acc_1': samples.account() },
  );

  assert.equal(output[0].id, 'acc_1');
});

test('Return All reads page after page, and Limit stops in time', async () => {
  const pages = (limit) => ({
    'GET /v1/boards': ({ query }) =>
      query.cursor
        ? samples.page([samples.board({ id: '2' })])
        : samples.page([samples.board({ id: '1' }), samples.board({ id: '3' })].slice(0, limit), 'next'),
  });
  const all = await run({ resource: 'board', operation: 'getAll', returnAll: true }, pages(2));
  const some = await run({ resource: 'board', operation: 'getAll', limit: 1 }, pages(1));

  assert.deepEqual(
    all.output.map(({ id }) => id),
    ['1', '3', '2'],
  );
  assert.deepEqual(
    all.requests.map(({ query }) => query),
    [{ limit: 250 }, { limit: 250, cursor: 'next' }],
  );
  assert.deepEqual(
    some.output.map(({ id }) => id),
    ['1'],
  );
  assert.equal(some.requests.length, 1);
});

test('a table says above the rows up to when it is final, and what could not be read', async () => {
  const problem = { code: 'rate_limited', message: 'The limit is used up.', remediation: 'Ask later.', retry_after_seconds: 5 };
  const { hints } = await run(
    { resource: 'metric', operation: 'getPin', pinIds: 'pin_1' },
    { 'GET /v1/metrics/pins': samples.table({ problem }) },
  );

  assert.deepEqual(hints, [
    'Some pins could not be read: The limit is used up. Ask later.',
    'Numbers are final up to 2026-11-20; those of later days may still change.',
  ]);
});

test('what does well says which pins are not in it', async () => {
  const { hints } = await run(
    { resource: 'metric', operation: 'getProducts' },
    { 'GET /v1/metrics/products': samples.groups({ next_cursor: 'pin_1' }) },
  );

  assert.deepEqual(hints, ['Pins that were published before 2026-10-01 are not in these numbers.']);
});
