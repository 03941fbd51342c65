import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reply } from './support/connector.mjs';
import { attempt, create, run } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const answers = { 'POST /v1/pins': reply(202, samples.pin()), 'GET /v1/accounts/acc_1': samples.account() };
const carousel = (card) => ({
  mediaSource: 'carousel',
  carousel: { cards: [{ source: 'imageUrl', imageUrl: 'https://a.example/1.jpg', ...card }] },
});
const metadata = (value) => ({ additionalFields: { metadata: { entries: [{ name: 'sku', value }] } } });

for (const [fields, message, advice] of [
  [{ title: { rendered: 'Soup' } }, 'Title is an object, not a text: {"rendered":"Soup"}', 'Take one part of it: .rendered.'],
  [{ description: { a: { b: 'x' }, c: 1 } }, 'Description is an object, not a text: {"a":{"b":"x"},"c":1}', '.a.b, .c'],
  [{ altText: ['a', 'b'] }, 'Alt Text is a list, not a text: ["a","b"]', '[0]'],
  [{ link: [] }, 'Destination Link is a list, not a text: []', 'It is empty'],
  [
    { imageUrl: [{ url: 'https://a.example/1.jpg' }] },
    'Image URL is a list, not a text: [{"url":"https://a.example/1.jpg"}]',
    '[0].url. For several images choose Media Source > Carousel.',
  ],
  [{ board: { mode: 'name', value: { name: 'Lamps' } } }, 'Board is an object, not a text: {"name":"Lamps"}', '.name'],
  [{ title: 'Buy [object Object]' }, 'Title holds an object, not a text: "Buy [object Object]"', 'name the part that is meant'],
  [{ additionalFields: { chosenBy: { name: 'M' } } }, 'Chosen By is an object, not a text: {"name":"M"}', '.name'],
  [{ options: { idempotencyKey: ['a'] } }, 'Idempotency Key is a list, not a text: ["a"]', '[0]'],
  [carousel({ imageUrl: { src: 'x' } }), 'Image URL of image 1 in Carousel is an object, not a text: {"src":"x"}', '.src'],
  [metadata({ id: 1 }), 'Value 1 in Metadata is an object, not a text: {"id":1}', '.id'],
]) {
  test(`a text that is none is refused: ${message}`, async () => {
    const { error, requests } = await attempt(create(fields), answers);

    assert.equal(error.message, `${message} [item 0]`);
    assert.ok(error.description.includes(advice), error.description);
    assert.equal(requests.length, 0);
  });
}

test('the advice writes the expression as it should be', async () => {
  const parameters = { title: '={{ $json.title }}', imageUrl: '={{ $json["my images"] }}' };
  const { error } = await attempt(create({ title: { rendered: 'Soup' } }), answers, {
    parameters,
    items: [{ json: { title: 1, 'my images': 1 } }],
  });

  assert.match(error.description, /\{\{ \$json\.title\.rendered \}\}/);
});

test('a value is shown only as far as it tells what it is', async () => {
  const { error } = await attempt(create({ title: { text: '🍲'.repeat(200) } }), answers);

  assert.ok([...error.message].length < 130, error.message);
  assert.match(error.message, /🍲… \[item 0\]$/u);
});

for (const [what, parameters, path] of [
  ['a board', create({ board: { mode: 'id', value: 549755885175 } }), (requests) => requests[0].body.board_id === '549755885175'],
  ['a board by a name that is a number', create({ board: { mode: 'name', value: 2026 } }), (requests) => requests[0].body.board === '2026'],
  ['a section', create({ section: { mode: 'id', value: 7 } }), (requests) => requests[0].body.board_section_id === '7'],
  ['an account', create({ account: { mode: 'id', value: 'acc_1' } }), (requests) => requests[0].body.account_id === 'acc_1'],
]) {
  test(`${what} may come as a number`, async () => assert.ok(path((await run(parameters, answers)).requests)));
}

test('ids of lists and filters may come as numbers, and several as a list', async () => {
  const pins = await run({ resource: 'pin', operation: 'getAll', filters: { boardId: 42 } }, { 'GET /v1/pins': samples.page([]) });
  const numbers = await run(
    { resource: 'metric', operation: 'getPin', pinIds: [99, 'pin_1'] },
    { 'GET /v1/metrics/pins': samples.table() },
  );

  assert.equal(pins.requests[0].query.board_id, '42');
  assert.equal(numbers.requests[0].query.ids, '99,pin_1');
});

for (const [label, parameters] of [
  ['Board', create({ board: { mode: 'id', value: 185924359448592640 } })],
  ['Board', create({ board: { mode: 'id', value: '1.85924E+17' } })],
  ['Board Section', create({ section: { mode: 'id', value: 185924359448592640 } })],
  ['Board ID', { resource: 'pin', operation: 'getAll', filters: { boardId: 185924359448592640 } }],
  ['Pin ID', { resource: 'pin', operation: 'get', pinId: 971434888325909797 }],
  ['Pin IDs', { resource: 'metric', operation: 'getPin', pinIds: 971434888325909797 }],
  ['Pin IDs', { resource: 'metric', operation: 'getPin', pinIds: ['pin_1', 971434888325909797] }],
  ['Asset ID', create({ mediaSource: 'asset', assetId: 971434888325909797 })],
]) {
  test(`${label} refuses a number that has lost digits`, async () => {
    const { error, requests } = await attempt(parameters);

    assert.match(error.message, new RegExp(`^${label} has lost digits: `));
    assert.match(error.description, /Format the column as text/);
    assert.equal(requests.length, 0);
  });
}

test('an id that is empty says so, and what its expression names instead', async () => {
  const get = { resource: 'pin', operation: 'get', pinId: '' };
  const { error } = await attempt(get, {}, { parameters: { pinId: '={{ $json.pinid }}' }, items: [{ json: { pin_id: 'pin_1' } }] });

  assert.equal(error.message, 'Pin ID is empty [item 0]');
  assert.equal(error.description, 'The expression {{ $json.pinid }} names "pinid", which this item does not have. It has pin_id.');
});
