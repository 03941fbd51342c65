import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { FakeConnector, problem, reply } from './support/connector.mjs';
import { API_KEY, context, signature, trigger } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const URL = 'https://n8n.example.com/webhook/3f0a/webhook';
const TEST_URL = 'https://n8n.example.com/webhook-test/3f0a/webhook';
const hooks = trigger.webhookMethods.default;
const webhook = (fields = {}) => ({ id: 'whk_1', url: URL, status: 'active', events: ['pin.failed'], account_ids: null, ...fields });

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

let workflows = 0;

/** Posts an event to the trigger of a workflow, each time another one unless it is named, as the connector does. */
async function post(
  event,
  { memory = { url: URL }, workflow = `w${++workflows}`, chosen = {}, secret = signature.secretOf(API_KEY, URL), age = 0 } = {},
) {
  const body = JSON.stringify(event);
  const timestamp = Math.floor(Date.now() / 1000) - age;
  const mac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
    .update(`${event.id}.${timestamp}.${body}`)
    .digest('base64');
  const node = context(trigger, { events: ['pin.published', 'account.held'], ...chosen }, new FakeConnector());
  const answered = {};
  const response = { status: (status) => Object.assign(answered, { status }) && { json: (json) => Object.assign(answered, { json }) } };
  const result = await trigger.webhook.call({
    ...node,
    getNodeParameter: (field, fallback, options) => node.getNodeParameter(field, 0, fallback, options),
    getWorkflow: () => ({ id: workflow }),
    getNodeWebhookUrl: () => URL,
    getWorkflowStaticData: () => memory,
    getHeaderData: () => ({ 'webhook-id': event.id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${mac}` }),
    getRequestObject: () => ({ rawBody: Buffer.from(body) }),
    getBodyData: () => event,
    getResponseObject: () => response,
  });
  return { result, answered, memory };
}

const event = (fields = {}) => ({
  id: 'evt_1',
  type: 'pin.published',
  created_at: '2026-11-22T12:01:00Z',
  data: { pin: samples.published() },
  ...fields,
});

test('an event starts the workflow, small and flat', async () => {
  const { result } = await post(event());
  const [[{ json }]] = result.workflowData;

  assert.deepEqual(
    [json.event, json.event_id, json.occurred_at, json.id, json.pinterest_url, json.metadata],
    ['pin.published', 'evt_1', '2026-11-22T12:01:00Z', 'pin_1', 'https://www.pinterest.com/pin/99/', { sku: '7' }],
  );
});

test('an event of an account is about the account', async () => {
  const { result } = await post(event({ type: 'account.held', data: { account: samples.account({ held_reason: 'Blocked.' }) } }));

  assert.deepEqual(result.workflowData[0][0].json, {
    event: 'account.held',
    event_id: 'evt_1',
    occurred_at: '2026-11-22T12:01:00Z',
    id: 'acc_1',
    name: 'Shop',
    username: 'shop',
    environment: 'production',
    account_type: 'BUSINESS',
    status: 'active',
    held_reason: 'Blocked.',
  });
});

test('without Simplify the event comes out as it was sent', async () => {
  assert.deepEqual((await post(event(), { chosen: { simplify: false } })).result.workflowData, [[{ json: event() }]]);
});

test('an event that comes again starts nothing again', async () => {
  const { memory } = await post(event());
  const again = await post(event(), { memory });
  const next = await post(event({ id: 'evt_2' }), { memory });

  assert.equal(again.result.workflowData, undefined);
  assert.match(JSON.stringify(again.result.webhookResponse), /received already/);
  assert.equal(next.result.workflowData.length, 1);
});

test('two events at once, of which n8n stores only the later, are both remembered', async () => {
  const stored = { url: URL };
  await post(event(), { workflow: 'busy', memory: { ...stored } });
  const { memory } = await post(event({ id: 'evt_2' }), { workflow: 'busy', memory: { ...stored } });

  assert.deepEqual(memory.seen, ['evt_1', 'evt_2']);
  for (const id of ['evt_1', 'evt_2'])
    assert.equal((await post(event({ id }), { workflow: 'busy', memory: { ...stored } })).result.workflowData, undefined);
});

test('what it remembers does not grow for ever', async () => {
  const memory = { url: URL };
  for (let i = 0; i < 510; i++) await post(event({ id: `evt_${i}` }), { memory });

  assert.equal(memory.seen.length, 500);
  assert.equal(memory.seen.at(-1), 'evt_509');
});

for (const [what, changed] of [
  ['signed with another secret', { secret: signature.secretOf(API_KEY, TEST_URL) }],
  ['older than five minutes', { age: 301 }],
]) {
  test(`what is ${what} is answered 401 and starts nothing`, async () => {
    const { result, answered } = await post(event(), changed);

    assert.deepEqual(result, { noWebhookResponse: true });
    assert.equal(answered.status, 401);
  });
}

test('while a test listens, the secret is that of the test address', async () => {
  const { result } = await post(event(), { memory: { url: TEST_URL }, secret: signature.secretOf(API_KEY, TEST_URL) });

  assert.equal(result.workflowData.length, 1);
});

test('an event that was not asked for is answered, and starts nothing', async () => {
  const { result } = await post(event({ type: 'pin.canceled' }));

  assert.equal(result.workflowData, undefined);
  assert.ok(result.webhookResponse);
});
