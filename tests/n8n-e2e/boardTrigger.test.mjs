import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { eventually } from "./support/processes.mjs";
import { boardTrigger, chain, noOp, title } from "./support/workflows.mjs";
import { world } from "./support/world.mjs";

const makeBoard = async () =>
  (await world.sidecar.call("POST", "/v1/boards", { name: title("Board") }))
    .body;

async function pinOn(board) {
  const { body } = await world.sidecar.call("POST", "/v1/pins", {
    board_id: board.id,
    title: title("Found"),
    image_url: "https://example.com/1.jpg",
    idempotency_key: randomUUID(),
  });
  return (await world.sidecar.call("GET", `/v1/pins/${body.id}?wait=30`)).body
    .pinterest_pin_id;
}

async function looking(parameters) {
  const workflow = await world.n8n.save(
    chain(title("Looks"), boardTrigger(parameters), noOp("After")),
  );
  assert.deepEqual(
    (await world.n8n.publish(workflow)).map(({ status }) => status),
    ["activated"],
  );
  return workflow;
}

/** All that the workflow was started with, once this is among it; n8n looks once a minute. */
const found = async (workflow, id) =>
  await eventually(
    `${id} is found`,
    async () => {
      const ended = [];
      for (const execution of await world.n8n.executionsOf(workflow.id))
        ended.push(await world.n8n.ended(execution.id));
      const ids = ended.flatMap(({ outputs }) =>
        outputs.After[0].map((item) => item.id),
      );
      return ids.includes(id) && ids;
    },
    100,
  );

test("a published workflow hears of a new pin on a board and of a new board, and of none that was there before", async () => {
  const board = await makeBoard();
  const old = await pinOn(board);
  const pins = await looking({
    event: "newPin",
    board: { __rl: true, mode: "id", value: board.id },
  });
  const boards = await looking({ event: "newBoard" });

  const newPin = await pinOn(board);
  const newBoard = await makeBoard();

  assert.deepEqual(await found(pins, newPin), [newPin]);
  const heard = await found(boards, newBoard.id);
  assert.deepEqual(
    [old, board.id, newBoard.id].map(
      (id) => heard.filter((one) => one === id).length,
    ),
    [0, 0, 1],
  );
  await world.n8n.unpublish(pins);
  await world.n8n.unpublish(boards);
});
