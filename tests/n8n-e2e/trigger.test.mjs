import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { eventually } from './support/processes.mjs';
import { chain, noOp, title, trigger } from './support/workflows.mjs';
import { world } from './support/world.mjs';

const events = ['pin.published', 'pin.failed'];
const listening = async () => await world.n8n.save(chain(title('Listens'), trigger({ events }), noOp('After')));
const webhooks = async () => (await world.sidecar.call('GET', '/v1/webhooks')).body.items;

async function publish(name, fault) {
  const { account, boards } = world.sidecar;
  if (fault) await world.sidecar.call('POST', '/v1/simulator/faults', { account_id: account.id, fault });
  const { body } = await world.sidecar.call('POST', '/v1/pins', {
    board_id: boards[0].id,
    title: name,
    image_url: 'https://example.com/1.jpg',
    idempotency_key: randomUUID(),
  });
  return (await world.sidecar.call('GET', `/v1/pins/${body.id}?wait=30`)).body;
}

/** What the workflow was started with, once there is so much of it. */
async function heard(workflow, count) {
  const executions = await eventually(`${count} executions`, async () => {
    const found = await world.n8n.executionsOf(workflow.id);
    return found.length >= count && found;
  });
  const ended = [];
  for (const { id } of executions) ended.push(await world.n8n.ended(id));
  return ended.map(({ outputs }) => outputs.After[0][0]);
}

test('a published workflow hears of a published and of a failed pin, each once, and no more when it is unpublished', async () => {
  const workflow = await listening();
  assert.deepEqual(
    (await world.n8n.publish(workflow)).map(({ status }) => status),
    ['activated'],
  );
  const [mine] = (await webhooks()).filter(({ description }) => description === `n8n: ${workflow.name}`);
  assert.deepEqual(mine.events, events);

  const published = await publish(title('Heard'));
  const failed = await publish(title('Heard'), 'image_broken');
  const told = await heard(workflow, 2);
  const [good, bad] = [published, failed].map(({ id }) => told.find((one) => one.id === id));
  assert.deepEqual([good.event, good.pinterest_url], ['pin.published', published.pinterest_url]);
  assert.deepEqual([bad.event, bad.error_message], ['pin.failed', failed.error_message]);

  // The same events again, which must start nothing; then a new one, which must.
  const { items } = (await world.sidecar.call('GET', `/v1/webhooks/${mine.id}/deliveries`)).body;
  for (const { id } of items)
    assert.equal((await world.sidecar.call('POST', `/v1/webhooks/${mine.id}/deliveries/${id}/redeliver`)).status, 202);
  const last = await publish(title('Heard'));
  assert.deepEqual((await heard(workflow, 3)).map(({ id }) => id).sort(), [published.id, failed.id, last.id].sort());

  await world.n8n.unpublish(workflow);
  await eventually('it unsubscribes', async () => !(await webhooks()).some(({ id }) => id === mine.id));
});

test('while the editor listens, its test and the published workflow both hear', async () => {
  const workflow = await listening();
  await world.n8n.publish(workflow);
  const before = (await webhooks()).length;
  await world.n8n.call(
    'POST',
    `/rest/workflows/${workflow.id}/run`,
    { workflowData: workflow, triggerToStartFrom: { name: 'Trigger' } },
    { 'push-ref': 'e2e' },
  );
  assert.equal((await webhooks()).length, before + 1);

  const pin = await publish(title('Tested'));
  assert.deepEqual(
    (await heard(workflow, 2)).map(({ id }) => id),
    [pin.id, pin.id],
  );
  await eventually('the test unsubscribes', async () => (await webhooks()).length === before);
  await world.n8n.unpublish(workflow);
});

test('what the connector did not sign starts nothing', async () => {
  const workflow = await listening();
  await world.n8n.publish(workflow);
  const [{ url }] = (await webhooks()).filter(({ description }) => description === `n8n: ${workflow.name}`);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': 'evt_1',
    'webhook-timestamp': `${Math.floor(Date.now() / 1000)}`,
    'webhook-signature': 'v1,AAAA',
  };

  assert.equal(
    (await fetch(url, { method: 'POST', headers, body: '{"id":"evt_1","type":"pin.published","data":{"pin":{}}}' })).status,
    401,
  );
  const pin = await publish(title('Signed'));
  assert.deepEqual(
    (await heard(workflow, 1)).map(({ id }) => id),
    [pin.id],
  );
  await world.n8n.unpublish(workflow);
});

test('a workflow that cannot subscribe says why, and what to do', async () => {
  const workflow = await listening();
  await world.sidecar.stop();
  const [{ status, errorMessage }] = await world.n8n.publish(workflow);
  await world.sidecar.up();

  assert.equal(status, 'failed');
  assert.match(errorMessage, /could not be reached \(ECONNREFUSED\)\. Start the connector/);
  await world.n8n.unpublish(workflow);
});

test('after a restart of n8n the subscription still holds', async () => {
  const workflow = await listening();
  await world.n8n.publish(workflow);
  await world.n8n.stop();
  await world.n8n.up();

  const pin = await publish(title('After the restart'));
  assert.deepEqual(
    (await heard(workflow, 1)).map(({ id }) => id),
    [pin.id],
  );
  await world.n8n.unpublish(workflow);
});
