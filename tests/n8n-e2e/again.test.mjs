import assert from 'node:assert/strict';
import { test } from 'node:test';
import { action, chain, code, manual, noOp, pin, title } from './support/workflows.mjs';
import { world } from './support/world.mjs';

/** Two items: one pin, and one for a board that does not exist. */
const oneGoodOneBad = (good, bad) => {
  const items = [
    { json: { title: good, board: world.sidecar.boards[0].name } },
    { json: { title: bad, board: 'No such board' } },
  ];
  return code(`return ${JSON.stringify(items)}`);
};
const perItem = pin({
  title: '={{ $json.title }}',
  board: { __rl: true, mode: 'name', value: '={{ $json.board }}' },
  options: { waitForCompletion: true },
});
const onPinterest = async (name) => (await world.sidecar.onPinterest(name)).length;

test('Retry On Fail runs the whole node again, and publishes nothing twice', async () => {
  const name = title('Tried again');
  const { status, error } = await world.n8n.run(
    chain('Retries', manual(), oneGoodOneBad(name, 'Bad'), action(perItem, { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 })),
  );

  assert.equal(status, 'error');
  assert.match(error.message, /No such board/);
  assert.equal(await onPinterest(name), 1);
});

test('a workflow that runs again returns the pin it made, and says so', async () => {
  const name = title('Run again');
  const workflow = await world.n8n.save(chain('Runs twice', manual(), action(pin({ title: name, options: { waitForCompletion: true } }))));
  const [first, second] = [await world.n8n.execute(workflow), await world.n8n.execute(workflow)];

  assert.equal(first.outputs.Pinterest[0][0].replayed, false);
  assert.equal(second.outputs.Pinterest[0][0].replayed, true);
  assert.equal(second.outputs.Pinterest[0][0].id, first.outputs.Pinterest[0][0].id);
  assert.ok(
    second.hints.some((hint) => hint.includes('known already')),
    second.hints.join(),
  );
  assert.equal(await onPinterest(name), 1);
});

test('Publish Again publishes again in another execution', async () => {
  const name = title('Wanted twice');
  const workflow = await world.n8n.save(
    chain('Wants two', manual(), action(pin({ title: name, options: { waitForCompletion: true, duplicates: 'again' } }))),
  );
  await world.n8n.execute(workflow);
  await world.n8n.execute(workflow);

  assert.equal(await onPinterest(name), 2);
});

test('an item that fails is sent to the error output with what to do, and the others continue', async () => {
  const name = title('Goes on');
  const workflow = chain(
    'Error output',
    manual(),
    oneGoodOneBad(name, 'Bad'),
    action(perItem, { onError: 'continueErrorOutput' }),
    noOp('Good'),
  );
  workflow.nodes.push(noOp('Bad'));
  workflow.connections.Pinterest.main.push([{ node: 'Bad', type: 'main', index: 0 }]);
  const { status, outputs } = await world.n8n.run(workflow);

  assert.equal(status, 'success');
  assert.deepEqual(
    outputs.Good[0].map((pinned) => pinned.title),
    [name],
  );
  const [{ error, details }] = outputs.Bad[0];
  assert.match(error, /No such board/);
  assert.deepEqual([details.code, details.http_status, details.retryable], ['board_not_found', 404, false]);
  assert.match(details.remediation, /\w/);
});

test('an account that is simulated says so above the output', async () => {
  const { hints } = await world.n8n.run(chain('Hints', manual(), action(pin({ title: title('Hinted') }))));

  assert.ok(hints.includes('This account is simulated: nothing reaches Pinterest.'), hints.join());
});
