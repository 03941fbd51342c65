import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeConnector, problem, reply } from './support/connector.mjs';
import { API_KEY, context, signature, trigger } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const URL = 'https://n8n.example.com/webhook/3f0a/webhook';
const TEST_URL = 'https://n8n.example.com/webhook-test/3f0a/webhook';
const hooks = trigger.webhookMethods.default;
const webhook = (fields = {}) => ({
  id: 'whk_1',
  url: URL,
  description: null,
  events: ['pin.failed'],
  account_ids: null,
  status: 'active',
  disabled_reason: null,
  failing_since: null,
  created_at: '2026-11-22T12:00:00Z',
  updated_at: '2026-11-22T12:00:00Z',
  secret: null,
  ...fields,
});

/** Calls a hook of the trigger with what n8n remembers of it. */
async function hook(name, answers, { memory = {}, chosen = { events: ['pin.failed'] }, url = URL } = {}) {
  const connector = new FakeConnector(answers);
  const node = context(trigger, chosen, connector);
  const given = {
    ...node,
    getNodeParameter: (field, fallback, options) => node.getNodeParameter(field, 0, fallback, options),
    getNodeWebhookUrl: () => url,
    getWorkflowStaticData: () => memory,
  };
  const ended = await hooks[name].call(given).then(
    (value) => ({ value }),
    (error) => ({ error }),
  );
  if (connector.fault) throw connector.fault;
  return { ...ended, memory, requests: connector.requests };
}

test('it subscribes with a secret that both sides can make', async () => {
  const { value, memory, requests } = await hook(
    'create',
    { 'POST /v1/webhooks': reply(201, webhook()) },
    { chosen: { events: ['pin.failed'], account: { mode: 'id', value: 'acc_1' } } },
  );

  assert.equal(value, true);
  assert.deepEqual(requests[0].body, {
    url: URL,
    events: ['pin.failed'],
    account_ids: ['acc_1'],
    secret: signature.secretOf(API_KEY, URL),
    description: 'n8n: Shop',
  });
  assert.deepEqual(memory, { webhookId: 'whk_1', url: URL });
});

test('nothing secret lies in what n8n stores and exports', async () => {
  const { memory } = await hook('create', { 'POST /v1/webhooks': reply(200, webhook()) });

  assert.doesNotMatch(JSON.stringify(memory), /whsec|pck_/);
});

test('an address the connector may not call is said with what to do, in the one line that n8n shows', async () => {
  const refusal = problem(
    422,
    'url_not_allowed',
    'http://n8n:5678 is a private address.',
    'Set Connector__Network__AllowPrivateAddresses=n8n:5678.',
  );
  const { error } = await hook('create', { 'POST /v1/webhooks': refusal });

  assert.equal(error.message, 'http://n8n:5678 is a private address. Set Connector__Network__AllowPrivateAddresses=n8n:5678.');
});

for (const [what, known, chosen, exists] of [
  ['as it should be', webhook(), {}, true],
  ['gone', webhook({ id: 'whk_2' }), {}, false],
  ['at another address', webhook({ url: TEST_URL }), {}, false],
  ['for other events', webhook({ events: ['pin.published'] }), {}, false],
  ['for all accounts, and one is wanted', webhook(), { account: { mode: 'id', value: 'acc_1' } }, false],
  ['disabled', webhook({ status: 'disabled' }), {}, false],
]) {
  test(`a subscription that is ${what} ${exists ? 'stays' : 'is made anew'}`, async () => {
    const { value } = await hook(
      'checkExists',
      { 'GET /v1/webhooks': samples.page([known]) },
      { memory: { webhookId: 'whk_1' }, chosen: { events: ['pin.failed'], ...chosen } },
    );

    assert.equal(value, exists);
  });
}

test('without a subscription nobody is asked', async () => {
  const { value, requests } = await hook('checkExists', {});

  assert.deepEqual([value, requests.length], [false, 0]);
});

test('it unsubscribes, and forgets', async () => {
  for (const answer of [reply(204), problem(404, 'not_found', 'No.', 'Look.')]) {
    const { value, memory } = await hook(
      'delete',
      { 'DELETE /v1/webhooks/whk_1': answer },
      { memory: { webhookId: 'whk_1', url: URL, seen: ['evt_1'] } },
    );

    assert.equal(value, true);
    assert.deepEqual(memory, { seen: ['evt_1'] });
  }
});

test('a connector that is down keeps the subscription in mind', async () => {
  const { error, memory } = await hook(
    'delete',
    { 'DELETE /v1/webhooks/whk_1': problem(503, 'storage_unavailable', 'The disk is full.', 'Make room.') },
    { memory: { webhookId: 'whk_1' } },
  );

  assert.equal(error.message, 'The disk is full.');
  assert.deepEqual(memory, { webhookId: 'whk_1' });
});
