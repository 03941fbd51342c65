import assert from 'node:assert/strict';
import { test } from 'node:test';
import { world } from './support/world.mjs';

/** What a list of the node shows in the editor. */
async function listed(path, methodName, currentNodeParameters, filter) {
  const { results } = await world.n8n.call('POST', '/rest/dynamic-node-parameters/resource-locator-results', {
    path: `parameters.${path}`,
    methodName,
    filter,
    currentNodeParameters,
    nodeTypeAndVersion: { name: 'n8n-nodes-pinterest-connector.pinterestConnector', version: 1 },
    credentials: { pinterestConnectorApi: { id: world.credential.id, name: world.credential.name } },
  });
  return results;
}

test('the list of accounts shows the connected one', async () => {
  assert.deepEqual(await listed('account', 'searchAccounts', {}), [{ name: 'Shop (simulator)', value: world.sidecar.account.id }]);
});

test('the list of boards shows those of the account, and can be searched', async () => {
  const all = await listed('board', 'searchBoards', { account: { mode: 'list', value: world.sidecar.account.id } });
  const { id, name } = world.sidecar.boards[0];

  for (const board of world.sidecar.boards)
    assert.ok(
      all.some(({ value }) => value === board.id),
      board.name,
    );
  assert.ok((await listed('board', 'searchBoards', {}, name.slice(0, 4).toUpperCase())).some(({ value }) => value === id));
});

test('the list of sections belongs to the board, and asks for one', async () => {
  const board = world.sidecar.boards[0];
  await world.sidecar.call('POST', `/v1/boards/${board.id}/sections`, { name: 'On the shelf' });

  assert.deepEqual(
    (await listed('section', 'searchSections', { board: { __rl: true, mode: 'list', value: board.id } })).map(({ name }) => name),
    ['On the shelf'],
  );
  await assert.rejects(listed('section', 'searchSections', { board: { __rl: true, mode: 'list', value: '' } }), /Choose the board/);
});

// The editor merges an action node with its trigger, and shows the trigger's description.
test("n8n's search shows the text of the package, not that of the trigger", async () => {
  const types = await world.n8n.call('GET', '/types/nodes.json');
  const [own, trigger] = ['pinterestConnector', 'pinterestConnectorTrigger']
    .map((name) => types.find((one) => one.name.endsWith(`.${name}`)));

  assert.equal(trigger.description, own.description);
  assert.match(trigger.description, /^Publish pins to Pinterest/);
});

test('n8n knows the nodes, with icons, category, and a tool for agents', async () => {
  const types = await world.n8n.call('GET', '/types/nodes.json');
  const ours = types.filter(({ name }) => name.startsWith('n8n-nodes-pinterest-connector.'));

  assert.deepEqual(ours.map(({ name }) => name.split('.')[1]).sort(), [
    'pinterestConnector',
    'pinterestConnectorBoardTrigger',
    'pinterestConnectorTool',
    'pinterestConnectorTrigger',
  ]);
  for (const { name, iconUrl, codex } of ours) {
    assert.notEqual(iconUrl.light, iconUrl.dark, name);
    assert.equal((await fetch(`${world.n8n.url}/${iconUrl.light}`, { headers: { cookie: world.n8n.cookie } })).status, 200);
    if (!name.endsWith('Tool')) assert.deepEqual(codex.categories, ['Marketing & Content']);
  }
});
