import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem } from './support/connector.mjs';
import { failureOf, run } from './support/node.mjs';

const preview = (board, fields = {}) => ({ resource: 'plan', operation: 'preview', board: { mode: 'name', value: board }, ...fields });
const go = (index) => ({
  index,
  account_id: 'acc_1',
  board_id: '42',
  expected_at: `2026-11-22T12:0${index}:00Z`,
  position: index,
  rule: 'min_gap',
  message: 'Waits.',
  warnings: [],
  publish_at: null,
  season: null,
});

test('all items are planned together, because each waits for those before it', async () => {
  const given = [preview('Lamps'), preview('Rugs', { link: 'https://example.com/rug', publishAt: '2027-01-15T08:00:00+01:00' })];
  const { items, requests } = await run(given, { 'POST /v1/plan': { pins: [go(0), go(1)], accounts: [] } });

  assert.deepEqual(
    requests.map(({ body }) => body),
    [{ pins: [{ board: 'Lamps' }, { board: 'Rugs', link_url: 'https://example.com/rug', publish_at: '2027-01-15T08:00:00.000+01:00' }] }],
  );
  assert.deepEqual(
    items.map(({ pairedItem }) => pairedItem.item),
    [0, 1],
  );
  assert.deepEqual(items[1].json, {
    account_id: 'acc_1',
    board_id: '42',
    expected_at: '2026-11-22T12:01:00Z',
    position: 1,
    rule: 'min_gap',
    message: 'Waits.',
    warnings: [],
    publish_at: null,
    season: null,
  });
});

test('a plan that cannot be made names the item that is wrong', async () => {
  const refusal = problem(400, 'validation_failed', 'pins[1]: needs a board.', 'Correct it.', {
    errors: { 'pins[1]': ['needs a board.'] },
  });

  assert.equal((await failureOf([preview('A'), preview('')], { 'POST /v1/plan': refusal })).context.itemIndex, 1);
});

test('a plan that cannot be made fails for every item of it', async () => {
  const { items } = await run(
    [preview('A'), preview('A')],
    { 'POST /v1/plan': problem(404, 'board_not_found', 'No.', 'Look.') },
    { continueOnFail: true },
  );

  assert.deepEqual(
    items.map(({ json, pairedItem }) => [json.error, pairedItem.item]),
    [
      ['No.', 0],
      ['No.', 1],
    ],
  );
});
