import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { startModel } from './support/model.mjs';
import { action, chain, manual, pin, title } from './support/workflows.mjs';
import { world } from './support/world.mjs';

const langchain = (type, typeVersion, name, parameters, more) => ({
  id: randomUUID(),
  name,
  type: `@n8n/n8n-nodes-langchain.${type}`,
  typeVersion,
  position: [0, 0],
  parameters,
  ...more,
});
const fromAi = (field, description) => `={{ $fromAI('${field}', '${description}', 'string') }}`;

/** Runs an agent whose model calls our tool with that input, and tells what the model saw. */
async function agent(version, input, parameters) {
  const model = await startModel(input);
  const credential = await world.n8n.call('POST', '/rest/credentials', {
    name: 'Model',
    type: 'openAiApi',
    data: { apiKey: 'none', url: model.url },
  });
  const tool = action(parameters);
  const workflow = chain(
    'Agent',
    manual(),
    langchain('agent', version, 'Agent', { promptType: 'define', text: 'Publish it.', options: {} }),
  );
  workflow.nodes.push(
    langchain(
      'lmChatOpenAi',
      1.2,
      'Model',
      { model: { __rl: true, mode: 'id', value: 'm' }, options: { streaming: false } },
      { credentials: { openAiApi: { id: credential.id, name: 'Model' } } },
    ),
    { ...tool, type: `${tool.type}Tool` },
  );
  workflow.connections.Model = { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] };
  workflow.connections.Pinterest = { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] };
  const ran = await world.n8n.run(workflow);
  model.stop();
  assert.equal(ran.status, 'success', ran.error?.message);
  return model.seen;
}

const parameters = () =>
  pin({
    board: { __rl: true, mode: 'name', value: fromAi('board', 'Name of the board') },
    title: fromAi('title', 'Title of the pin'),
    options: { waitForCompletion: true },
  });

// Older agents call a tool themselves; newer ones have n8n run it like any node.
for (const version of [1.9, 3.1]) {
  test(`agent ${version} publishes a pin with the node as its tool, and gets a small answer`, async () => {
    const name = title('By an agent');
    const { tools, results } = await agent(version, { board: world.sidecar.boards[0].name, title: name }, parameters());

    assert.match(tools[0].description, /Create pin/i);
    assert.equal((await world.sidecar.onPinterest(name)).length, 1);
    assert.match(results[0], /"status":"published"/);
    assert.ok(results[0].length < 1500, `${results[0].length} characters`);
  });

  test(`agent ${version} reads why it is refused, and what to do`, async () => {
    const { results } = await agent(version, { board: 'No such board', title: title('Refused') }, parameters());

    assert.match(results[0], /No such board.*"code":"board_not_found".*"remediation":"Did you mean/);
  });
}
