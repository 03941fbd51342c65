import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { reply } from './support/connector.mjs';
import { create, failureOf, run } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const ACCOUNT = { 'GET /v1/accounts/acc_1': samples.account() };
const accepted = (pin = samples.pin()) => ({ 'POST /v1/pins': reply(202, pin), ...ACCOUNT });
const sentBy = async (fields, world) => (await run(create(fields), accepted(), world)).asked('POST /v1/pins').map(({ body }) => body);
const keyBy = async (fields, world) => (await sentBy(fields, world)).map((body) => body.idempotency_key);

test('a pin is sent with what was filled in, and nothing else', async () => {
  const [{ idempotency_key: key, ...sent }] = await sentBy({ link: ' https://example.com/lamp ' });

  assert.deepEqual(sent, {
    board_id: '42',
    title: 'A lamp',
    link_url: 'https://example.com/lamp',
    image_url: 'https://example.com/lamp.jpg',
  });
  assert.match(key, /^n8n:workflow-1:node-1:[0-9a-f]{64}$/);
});

test('every field finds its place', async () => {
  const [sent] = await sentBy({
    account: { mode: 'list', value: 'acc_1' },
    board: { mode: 'name', value: 'Home decor / Lamps' },
    section: { mode: 'id', value: '7' },
    description: 'Warm light.',
    altText: 'A lamp on a desk',
    publishAt: '2027-01-15T08:00:00',
    additionalFields: {
      chosenBy: 'Maria',
      dominantColor: '#112233',
      eventDate: '2026-12-25T00:00:00',
      leadDays: 60,
      linkMarker: false,
      priority: 5,
      metadata: { entries: [{ name: 'sku', value: 7 }] },
    },
    options: { idempotencyKey: 'lamp', callbackUrl: 'https://n8n.example.com/webhook-waiting/1?signature=s' },
  });

  assert.deepEqual(sent, {
    account_id: 'acc_1',
    board: 'Home decor / Lamps',
    board_section_id: '7',
    title: 'A lamp',
    description: 'Warm light.',
    alt_text: 'A lamp on a desk',
    image_url: 'https://example.com/lamp.jpg',
    publish_at: '2027-01-15T08:00:00.000+01:00',
    chosen_by: 'Maria',
    dominant_color: '#112233',
    event_date: '2026-12-25',
    lead_days: 60,
    link_marker: false,
    priority: 5,
    metadata: { sku: '7' },
    idempotency_key: 'lamp',
    callback_url: 'https://n8n.example.com/webhook-waiting/1?signature=s',
  });
});

test('a number that an expression gave is sent as the text it stands for', async () => {
  const [sent] = await sentBy({
    title: 501,
    description: 7,
    altText: 8,
    additionalFields: { chosenBy: 9 },
    options: { idempotencyKey: 10 },
  });

  assert.deepEqual([sent.title, sent.description, sent.alt_text, sent.chosen_by, sent.idempotency_key], ['501', '7', '8', '9', '10']);
});

test('a pin comes out small and flat, and whole without Simplify', async () => {
  const simple = await run(create(), accepted());
  const whole = await run(create({ simplify: false }), accepted());

  assert.deepEqual(simple.output, [
    {
      id: 'pin_1',
      status: 'queued',
      title: 'A lamp',
      board_id: '42',
      link_url: 'https://example.com/lamp',
      pinterest_url: null,
      expected_at: '2026-11-22T12:01:00Z',
      waiting_for: 'Waits its turn.',
      approved_by: null,
      error_code: null,
      error_message: null,
      error_remediation: null,
      metadata: { sku: '7' },
      updated_at: '2026-11-22T12:00:00Z',
      warnings: [],
      replayed: false,
    },
  ]);
  assert.deepEqual(whole.output, [{ ...samples.pin(), replayed: false }]);
});

test('the same content has the same key in every execution, and other content another one', async () => {
  const [key] = await keyBy();

  assert.deepEqual(await keyBy({}, { executionId: '2', runIndex: 3 }), [key]);
  assert.deepEqual(await keyBy({ options: { callbackUrl: 'https://n8n.example.com/other' } }), [key]);
  for (const other of [{ title: 'Another' }, { board: { mode: 'list', value: '43' } }, { publishAt: '2027-01-15T08:00:00Z' }])
    assert.notDeepEqual(await keyBy(other), [key]);
});

test('an address that was signed anew is the same content, in a card of a carousel as well', async () => {
  const signed = (signature) => `https://shop.s3.amazonaws.com/k.jpg?X-Amz-Signature=${signature}`;
  const cards = (signature) => ({ mediaSource: 'carousel', carousel: { cards: [{ source: 'imageUrl', imageUrl: signed(signature) }] } });

  assert.deepEqual(await keyBy({ imageUrl: signed(1) }), await keyBy({ imageUrl: signed(2) }));
  assert.deepEqual(await keyBy(cards(1)), await keyBy(cards(2)));
  assert.notDeepEqual(await keyBy({ imageUrl: signed(1) }), await keyBy({ imageUrl: signed(1).replace('k.jpg', 'l.jpg') }));
  assert.equal((await sentBy({ imageUrl: signed(1) }))[0].image_url, signed(1));
});

test('two nodes and two workflows are two senders', async () => {
  const keys = [await keyBy(), await keyBy({}, { node: { id: 'node-2' } }), await keyBy({}, { workflow: { id: 'workflow-2' } })].flat();

  assert.equal(new Set(keys).size, 3);
});

test('to publish again, each execution, run and item has its own key, but not each try', async () => {
  const options = { duplicates: 'again' };
  const [first] = await keyBy({ options });
  const others = [await keyBy({ options }, { executionId: '2' }), await keyBy({ options }, { runIndex: 1 })].flat();
  const twoItems = (await run([create({ options }), create({ options })], accepted()))
    .asked('POST /v1/pins')
    .map(({ body }) => body.idempotency_key);

  assert.deepEqual(await keyBy({ options }), [first]);
  assert.equal(new Set([first, ...others, ...twoItems]).size, 4);
});

test('a pin is checked with the same fields, and what is wrong comes out as sentences', async () => {
  const checks = [
    { name: 'fields', status: 'passed', code: null, message: null, remediation: null },
    { name: 'board', status: 'failed', code: 'board_not_found', message: 'There is no such board.', remediation: 'Choose another.' },
    { name: 'link', status: 'warning', code: 'link_shortener', message: 'This is a shortener.', remediation: null },
  ];
  const answer = { valid: false, checks, resolved: { account_id: 'acc_1', board_id: null, board_section_id: null }, eta: null };
  const { output, requests } = await run({ ...create(), operation: 'validate' }, { 'POST /v1/pins/validate': answer });

  assert.deepEqual(requests[0].body, { board_id: '42', title: 'A lamp', image_url: 'https://example.com/lamp.jpg' });
  assert.deepEqual(output, [
    {
      valid: false,
      problems: ['There is no such board. Choose another.'],
      warnings: ['This is a shortener.'],
      account_id: 'acc_1',
      board_id: null,
      board_section_id: null,
      expected_at: null,
    },
  ]);
});

test('the key is made of the content alone, whatever the order of its fields', async () => {
  const [key] = await keyBy({ title: 'é ✓' });
  const content = '{"board_id":"42","image_url":"https://example.com/lamp.jpg","title":"é ✓"}';

  assert.equal(key, `n8n:workflow-1:node-1:${createHash('sha256').update(content).digest('hex')}`);
});

test('an operation that does not exist is said to', async () => {
  assert.match((await failureOf({ resource: 'pin', operation: 'fly' })).message, /no such operation/);
});
