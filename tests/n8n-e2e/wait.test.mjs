import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { action, chain, manual, noOp, pin, title } from './support/workflows.mjs';
import { world } from './support/world.mjs';

const waitNode = () => ({
  id: randomUUID(),
  name: 'Wait',
  type: 'n8n-nodes-base.wait',
  typeVersion: 1.1,
  position: [0, 0],
  webhookId: randomUUID(),
  parameters: {
    resume: 'webhook',
    httpMethod: 'POST',
    limitWaitTime: true,
    limitType: 'afterTimeInterval',
    resumeAmount: 5,
    resumeUnit: 'minutes',
    options: {},
  },
});

test('a Wait node behind Create goes on when the connector calls back', async () => {
  const name = title('Called back');
  const create = action(pin({ title: name, options: { callbackUrl: '={{ $execution.resumeUrl }}' } }));
  const { status, outputs } = await world.n8n.run(chain('Waits', manual(), create, waitNode(), noOp('After')));

  assert.equal(status, 'success');
  const [{ body }] = outputs.After[0];
  assert.equal(body.type, 'pin.published');
  assert.equal(body.data.pin.id, outputs.Pinterest[0][0].id);
});

test('Wait for Completion gives up in time, and the pin is published all the same', async () => {
  const name = title('Slow');
  await world.sidecar.call('POST', '/v1/simulator/faults', { account_id: world.sidecar.account.id, fault: 'slow_headers', seconds: 6 });
  const { outputs, hints } = await world.n8n.run(
    chain('Is slow', manual(), action(pin({ title: name, options: { waitForCompletion: true, waitLimit: 2 } }))),
  );

  assert.equal(outputs.Pinterest[0][0].status, 'publishing');
  assert.ok(
    hints.some((hint) => hint.startsWith('The pin is still publishing')),
    hints.join(),
  );
  assert.equal((await world.sidecar.call('GET', `/v1/pins/${outputs.Pinterest[0][0].id}?wait=30`)).body.status, 'published');
});
