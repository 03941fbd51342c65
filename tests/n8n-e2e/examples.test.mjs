import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { files, isOurs, read, textOf } from './support/examples.mjs';
import { world } from './support/world.mjs';

const { NodeHelpers } = createRequire(join(process.env.N8N_HOME, 'package.json'))('n8n-workflow');
const types = (await world.n8n.call('GET', '/types/nodes.json')).reverse();
const typeOf = ({ type, typeVersion }) => types.find(({ name, version }) => name === type && [version].flat().includes(typeVersion));

for (const file of files) {
  test(`${file} is imported: every node is known, and every parameter is one`, async () => {
    const saved = await world.n8n.save(read(file));
    const workflow = await world.n8n.call('GET', `/rest/workflows/${saved.id}`);

    for (const node of workflow.nodes) {
      const type = typeOf(node);
      assert.ok(type, `${node.type} ${node.typeVersion}`);
      const filled = NodeHelpers.getNodeParameters(type.properties, node.parameters, true, false, node, type);
      assert.deepEqual(
        NodeHelpers.getNodeParametersIssues(type.properties, { ...node, parameters: filled }, type)?.parameters ?? {},
        {},
        node.name,
      );
      // n8n forgets a parameter that its node does not have, or does not show.
      const kept = NodeHelpers.getNodeParameters(type.properties, node.parameters, false, false, node, type);
      const shown = Object.keys(NodeHelpers.getNodeParameters(type.properties, node.parameters, true, false, node, type));
      for (const name of Object.keys(node.parameters)) assert.ok(name in kept || shown.includes(name), `${node.name} has no ${name}`);
      if (isOurs(node)) assert.deepEqual({ ...filled, ...node.parameters }, filled, node.name);
    }
    for (const [from, kinds] of Object.entries(workflow.connections)) {
      for (const name of [
        from,
        ...Object.values(kinds)
          .flat(2)
          .map(({ node }) => node),
      ])
        assert.ok(
          workflow.nodes.some((node) => node.name === name),
          name,
        );
    }
  });

  test(`${file} holds nothing of anybody's, and says how to set it up`, () => {
    const text = textOf(file);
    const { nodes, ...others } = read(file);

    assert.deepEqual(Object.keys(others).sort(), ['connections', 'name', 'settings']);
    assert.ok(nodes.every((node) => !('credentials' in node)));
    assert.doesNotMatch(text, /\$env|pck_|acc_|pina_|whsec_/);
    assert.ok(
      nodes.some(
        ({ type, parameters }) => type === 'n8n-nodes-base.stickyNote' && parameters.content.includes('**Before the first run:**'),
      ),
    );
    for (const node of nodes.filter(isOurs))
      assert.ok(!/\d{6,}/.test(JSON.stringify(node.parameters)), `${node.name} names a board or an account`);
  });
}
