import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem, reply } from './support/connector.mjs';
import { attempt, failureOf, run } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const send = (fields = {}) => ({
  resource: 'catalog',
  operation: 'sendItems',
  itemId: 'L-1',
  attributes: { price: '49.00 USD', availability: 'in stock' },
  ...fields,
});
const taken = { 'POST /v1/catalogs/items': reply(202, samples.itemJob()) };
const body = async (given, world) => (await run(given, taken, world)).requests[0].body;
const waiting = send({ options: { waitForCompletion: true, waitLimit: 60 } });
const later = (...jobs) => ({ ...taken, 'GET /v1/catalogs/items/items_1': jobs });

/** Time goes by as fast as it is slept. */
function fast(t) {
  let now = Date.now();
  t.mock.method(Date, 'now', () => now);
  t.mock.method(globalThis, 'setTimeout', (go, milliseconds) => {
    now += milliseconds ?? 0;
    return setImmediate(go);
  });
}

test('all input items are one job', async () => {
  const { items, requests } = await run([send(), send({ itemId: 501, attributes: { price: '9.00 USD', brand: '' } })], taken);
  const { idempotency_key: key, ...said } = requests[0].body;

  assert.equal(requests.length, 1);
  assert.deepEqual(said, {
    operation: 'upsert',
    country: 'US',
    language: 'en-US',
    items: [
      { item_id: 'L-1', attributes: { price: '49.00 USD', availability: 'in stock' } },
      { item_id: '501', attributes: { price: '9.00 USD' } },
    ],
  });
  assert.match(key, /^n8n:workflow-1:node-1:/);
  assert.deepEqual([items.length, items[0].json.id, items[0].pairedItem], [1, 'items_1', [{ item: 0 }, { item: 1 }]]);
});

test('a node that is tried again in its execution makes no second job, and the next execution makes one', async () => {
  const keys = await Promise.all(['1', '1', '2'].map(async (executionId) => (await body(send(), { executionId })).idempotency_key));

  assert.equal(keys[0], keys[1]);
  assert.notEqual(keys[0], keys[2]);
});

test('pictures are lists, and a comma within an address parts nothing', async () => {
  const [one] = (
    await body(
      send({
        attributes: {
          image_link: 'https://a.example/w_1,h_2/1.jpg',
          additional_image_link: 'https://a.example/2.jpg, https://a.example/3.jpg',
        },
      }),
    )
  ).items;

  assert.deepEqual(one.attributes, {
    image_link: ['https://a.example/w_1,h_2/1.jpg'],
    additional_image_link: ['https://a.example/2.jpg', 'https://a.example/3.jpg'],
  });
});

test('attributes may be an object, and items that are deleted have none', async () => {
  const json = await body(send({ attributesFrom: 'json', attributesJson: { price: '1.00 USD' } }));
  const deleted = await body(send({ itemAction: 'delete' }));

  assert.deepEqual(json.items, [{ item_id: 'L-1', attributes: { price: '1.00 USD' } }]);
  assert.deepEqual(deleted.items, [{ item_id: 'L-1' }]);
});

test('an update says what it changes', async () => {
  const said = await body(send({ itemAction: 'update', options: { updateMask: 'price, sale_price' } }));

  assert.deepEqual(said.items[0].update_mask, ['price', 'sale_price']);
});

test('what is not the same for all items is refused before anything is sent', async () => {
  const { error, requests } = await attempt([send(), send({ country: 'DE' })]);

  assert.equal(error.message, 'Country is not the same for all items, and they are one job [item 1]');
  assert.equal(requests.length, 0);
});

test('a refusal names the input item and the field', async () => {
  const errors = { 'items[1].item_id': ['is that of items[0] as well: Pinterest does not say which of the two counts.'] };
  const error = await failureOf([send(), send()], {
    'POST /v1/catalogs/items': problem(400, 'validation_failed', 'No.', 'Correct it.', { errors }),
  });

  assert.equal(error.context.itemIndex, 1);
  assert.match(error.message, /^Item ID is that of/);
});

test('it waits until the job is over', async (t) => {
  fast(t);
  const done = samples.itemJob({ status: 'completed_with_errors', succeeded: 1, failed: 1 });
  const { output, hints, asked } = await run(waiting, later(samples.itemJob({ status: 'processing' }), done));

  assert.deepEqual([output[0].status, asked('GET /v1/catalogs/items/items_1').length], ['completed_with_errors', 2]);
  assert.deepEqual(hints, ['1 of 2 items failed. Catalog > Get Item Results says why.']);
});

test('it waits no longer than it may, and says what the job waits for', async (t) => {
  fast(t);
  const busy = samples.itemJob({
    status: 'processing',
    waiting_for: { code: 'pinterest_processing', message: 'Pinterest works it.', until: null },
  });
  const { output, hints, asked } = await run(waiting, { ...taken, 'GET /v1/catalogs/items/items_1': () => busy });

  assert.equal(output[0].status, 'processing');
  assert.ok(asked('GET /v1/catalogs/items/items_1').length < 10);
  assert.deepEqual(hints, ['The job is still processing: Pinterest works it. The trigger, or Catalog > Get Item Job, tells how it ends.']);
});

test('a job that fails stops the node with what happened and what to do', async (t) => {
  fast(t);
  const failed = samples.itemJob({
    status: 'failed',
    error_code: 'capability_unavailable',
    error_message: 'The scope catalogs:write is missing.',
    error_remediation: 'Connect the account again.',
  });
  const error = await failureOf(waiting, later(failed));

  assert.deepEqual([error.message, error.description], ['The scope catalogs:write is missing.', 'Connect the account again.']);
  assert.deepEqual([error.context.details.code, error.context.details.job_id], ['capability_unavailable', 'items_1']);
});
