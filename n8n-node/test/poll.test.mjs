import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeConnector, problem } from './support/connector.mjs';
import { boardTrigger, context } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const DAY = 24 * 60 * 60 * 1000;
const ago = (days) => new Date(Date.now() - days * DAY).toISOString();
const onBoard = { event: 'newPin', board: { mode: 'id', value: '42' } };
const pin = (id, days = 0) => samples.livePin({ id, created_at: ago(days) });

/** Polls once, with what an earlier look left in memory, and tells which IDs came out. */
async function poll(answers, { memory = {}, mode = 'trigger', chosen = onBoard } = {}) {
  const connector = new FakeConnector(answers);
  const node = context(boardTrigger, chosen, connector);
  const found = await boardTrigger.poll.call({
    ...node,
    getNodeParameter: (field, fallback, options) => node.getNodeParameter(field, 0, fallback, options),
    getWorkflowStaticData: () => memory,
    getMode: () => mode,
  });
  if (connector.fault) throw connector.fault;
  return { ids: found?.[0].map(({ json }) => json.id), found, memory, requests: connector.requests };
}

const listing = (...pins) => ({ 'GET /v1/boards/42/pins': samples.page(pins) });

test('the first look only remembers, and then each new pin comes once', async () => {
  const { ids, memory } = await poll(listing(pin('2'), pin('1')));

  assert.equal(ids, undefined);
  assert.deepEqual((await poll(listing(pin('3'), pin('2'), pin('1')), { memory })).ids, ['3']);
  assert.equal((await poll(listing(pin('3'), pin('2'), pin('1')), { memory })).ids, undefined);
});

test('nothing of Pinterest is in its memory, also not an ID', async () => {
  const { memory } = await poll(listing(samples.livePin({ id: '230405160165943228', title: 'Secret lamp' })));

  assert.doesNotMatch(JSON.stringify(memory), /230405160165943228|lamp|pinterest/i);
  assert.equal(Object.keys(memory.known).length, 1);
});

test('an old pin that is moved to the board is new', async () => {
  const { memory } = await poll(listing(pin('1')));

  assert.deepEqual((await poll(listing(pin('9', 31), pin('1')), { memory })).ids, ['9']);
});

test('an old pin that comes into view of a list longer than a look is not new', async () => {
  const long = (...pins) => ({ 'GET /v1/boards/42/pins': samples.page(pins, 'more') });
  const { memory } = await poll(long(pin('1')));

  assert.deepEqual((await poll(long(pin('9', 31), pin('8'), pin('1')), { memory })).ids?.slice(0, 1), ['8']);
  assert.equal((await poll(listing(pin('7', 31), pin('1')), { memory })).ids, undefined);
  assert.deepEqual((await poll(listing(pin('6', 31), pin('1')), { memory })).ids, ['6']);
});

test('what was not listed for 30 days is forgotten', async () => {
  const { memory } = await poll(listing(pin('1'), pin('2')));
  const [gone] = Object.keys(memory.known);
  memory.known[gone] -= 30;

  await poll(listing(pin('2')), { memory });
  assert.equal(Object.keys(memory.known).length, 1);
});

test('another board is looked at for the first time again', async () => {
  const { memory } = await poll(listing(pin('1')));
  const chosen = { ...onBoard, board: { mode: 'id', value: '43' } };

  assert.equal((await poll({ 'GET /v1/boards/43/pins': samples.page([pin('5')]) }, { memory, chosen })).ids, undefined);
});

test('a new pin is found wherever Pinterest lists it', async () => {
  const { memory } = await poll(listing(pin('1')));
  const pages = ({ query }) => (query.cursor ? samples.page([pin('2')]) : samples.page([pin('1')], 'more'));
  const { ids, requests } = await poll({ 'GET /v1/boards/42/pins': pages }, { memory });

  assert.deepEqual([ids, requests.length], [['2'], 2]);
});

test('a look has an end, however long the list', async () => {
  const { requests } = await poll({ 'GET /v1/boards/42/pins': samples.page([pin('1')], 'more') });

  assert.equal(requests.length, 4);
});

test('while a limit is used up nothing is new and nothing is forgotten', async () => {
  const { memory } = await poll(listing(pin('1')));
  const before = structuredClone(memory);
  const limited = { 'GET /v1/boards/42/pins': problem(429, 'rate_limited', 'Used up.', 'Wait.') };

  assert.equal((await poll(limited, { memory })).ids, undefined);
  assert.deepEqual(memory, before);
});

test('what is wrong otherwise is said', async () => {
  const gone = { 'GET /v1/boards/42/pins': problem(404, 'board_not_found', 'There is no such board.', 'List the boards.') };

  await assert.rejects(poll(gone), /no such board/i);
});

test('an empty board is no mistake, and its first pin is new', async () => {
  const { memory } = await poll(listing());

  assert.deepEqual((await poll(listing(pin('1')), { memory })).ids, ['1']);
});

test('a new board is new, however old it is', async () => {
  const chosen = { event: 'newBoard' };
  const boards = (...ids) => ({ 'GET /v1/boards': samples.page(ids.map((id) => samples.board({ id, created_at: ago(400) }))) });
  const { memory } = await poll(boards('1'), { chosen });

  assert.deepEqual((await poll(boards('1', '2'), { memory, chosen })).ids, ['2']);
});

test('in a section only its pins are looked at', async () => {
  const chosen = { ...onBoard, section: { mode: 'id', value: '7' } };
  const { requests } = await poll({ 'GET /v1/boards/42/sections/7/pins': samples.page([]) }, { chosen });

  assert.equal(requests.length, 1);
});

test('while the workflow is built, the first one is asked for and nothing is remembered', async () => {
  const { ids, memory, requests } = await poll({ 'GET /v1/boards/42/pins': samples.page([pin('2')], 'more') }, { mode: 'manual' });

  assert.deepEqual([ids, memory], [['2'], {}]);
  assert.deepEqual(
    requests.map(({ query }) => query),
    [{ limit: 1 }],
  );
});
