import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { FakeConnector } from './support/connector.mjs';
import { API_KEY, context, signature, trigger } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const URL = 'https://n8n.example.com/webhook/3f0a/webhook';
const TEST_URL = 'https://n8n.example.com/webhook-test/3f0a/webhook';
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

for (const [type, data, subject] of [
  [
    'catalog.feed_failed',
    { feed: { feed_id: '7', account_id: 'acc_1', result_id: '9', reason: 'not_finished' } },
    { feed_id: '7', account_id: 'acc_1', result_id: '9', reason: 'not_finished' },
  ],
  ['catalog.items_completed', { items: samples.itemJob({ status: 'completed' }) }, samples.itemJob({ status: 'completed' })],
])
  test(`${type} comes out flat`, async () => {
    const { result } = await post(event({ type, data }), { chosen: { events: [type] } });

    assert.deepEqual(result.workflowData[0][0].json, { event: type, event_id: 'evt_1', occurred_at: '2026-11-22T12:01:00Z', ...subject });
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
