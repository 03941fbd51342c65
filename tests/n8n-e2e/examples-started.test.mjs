import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from './support/processes.mjs';
import { says, setUp, shows } from './support/examples.mjs';
import { title } from './support/workflows.mjs';
import { world } from './support/world.mjs';

const ourBoard = () => world.sidecar.boards[0].name;

/** What a published workflow put out when the connector started it. */
async function startedBy(workflow) {
  const [{ id }] = await eventually('the workflow starts', async () => {
    const executions = await world.n8n.executionsOf(workflow.id);
    return executions.length > 0 && executions;
  });
  const { outputs } = await world.n8n.ended(id);
  await world.n8n.unpublish(workflow);
  return outputs;
}

test('product-catalogue-google-sheet.json writes into the row of a product how its pin ended', async () => {
  const workflow = await world.n8n.save(
    setUp('product-catalogue-google-sheet.json', (nodes) => {
      says(nodes['Read products']);
      for (const name of ['Write that it waits', 'Write what is wrong', 'Write how it ended'])
        shows(nodes[name], nodes[name].parameters.columns.value);
    }),
  );
  await world.n8n.publish(workflow);
  const { body } = await world.sidecar.call('POST', '/v1/pins', {
    board: ourBoard(),
    title: title('Row'),
    image_url: `${world.pictures.url}/1.jpg`,
    metadata: { sku: 'z' },
  });
  const outputs = await startedBy(workflow);

  const { body: pin } = await world.sidecar.call('GET', `/v1/pins/${body.id}`);
  assert.deepEqual(outputs['Write how it ended'][0], [{ sku: 'z', status: 'published', url: pin.pinterest_url, note: '' }]);
});

test('failure-alert.json says which pin failed, why, and what to do', async () => {
  const workflow = await world.n8n.save(
    setUp('failure-alert.json', (nodes) =>
      shows(nodes['Send e-mail'], { subject: nodes['Send e-mail'].parameters.subject, text: nodes['Send e-mail'].parameters.text }),
    ),
  );
  await world.n8n.publish(workflow);
  await world.sidecar.call('POST', '/v1/simulator/faults', { account_id: world.sidecar.account.id, fault: 'image_broken' });
  const name = title('Broken');
  const { body } = await world.sidecar.call('POST', '/v1/pins', {
    board: ourBoard(),
    title: name,
    image_url: `${world.pictures.url}/1.jpg`,
  });
  const outputs = await startedBy(workflow);

  const { body: pin } = await world.sidecar.call('GET', `/v1/pins/${body.id}`);
  assert.equal(outputs['Send e-mail'][0][0].subject, `A pin failed: ${name}`);
  assert.match(outputs['Send e-mail'][0][0].text, new RegExp(`${pin.error_message.slice(0, 20).replace(/[.*+?()]/g, '.')}[^]*${body.id}`));
});
