import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { eventually } from './support/processes.mjs';
import { boardTrigger, chain, noOp, title } from './support/workflows.mjs';
import { world } from './support/world.mjs';

const looking = async (parameters) => await world.n8n.save(chain(title('Looks'), boardTrigger(parameters), noOp('After')));
const makeBoard = async () => (await world.sidecar.call('POST', '/v1/boards', { name: title('Board') })).body;

async function publish(board) {
  const { body } = await world.sidecar.call('POST', '/v1/pins', {
    board_id: board.id,
    title: title('Found'),
    image_url: 'https://example.com/1.jpg',
    idempotency_key: randomUUID(),
  });
  return (await world.sidecar.call('GET', `/v1/pins/${body.id}?wait=30`)).body;
}

/** All that the workflow was started with, once the last of them is among it. */
async function found(workflow, last) {
  return await eventually(`${last} is found`, async () => {
    const ended = [];
    for (const { id } of await world.n8n.executionsOf(workflow.id)) ended.push(await world.n8n.ended(id));
    const ids = ended.flatMap(({ outputs }) => outputs.After[0].map((item) => item.id));
    return ids.includes(last) && ids;
  });
}

test('a published workflow hears once of each new pin on a board, and of none that was there before', async () => {
  const board = await makeBoard();
  await publish(board);
  const workflow = await looking({ event: 'newPin', board: { __rl: true, mode: 'id', value: board.id } });
  await world.n8n.publish(workflow);

  const first = await publish(board);
  await found(workflow, first.pinterest_pin_id);
  const second = await publish(board);

  assert.deepEqual(
    (await found(workflow, second.pinterest_pin_id)).sort(),
    [first, second].map((pin) => pin.pinterest_pin_id).sort(),
  );
  await world.n8n.unpublish(workflow);
});

test('a published workflow hears once of each new board', async () => {
  const before = await makeBoard();
  const workflow = await looking({ event: 'newBoard' });
  await world.n8n.publish(workflow);

  const first = await makeBoard();
  await found(workflow, first.id);
  const second = await makeBoard();
  const all = await found(workflow, second.id);

  const count = (board) => all.filter((id) => id === board.id).length;
  assert.deepEqual([before, first, second].map(count), [0, 1, 1]);
  await world.n8n.unpublish(workflow);
});
