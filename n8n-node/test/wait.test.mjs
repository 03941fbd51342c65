import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reply } from './support/connector.mjs';
import { attempt, create, run } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const waiting = create({ options: { waitForCompletion: true, waitLimit: 60 } });
const answers = (...later) => ({
  'POST /v1/pins': reply(202, samples.pin()),
  'GET /v1/pins/pin_1': later,
  'GET /v1/accounts/acc_1': samples.account(),
});

test('it waits until the pin is published', async () => {
  const { output, asked } = await run(waiting, answers(samples.pin({ status: 'publishing' }), samples.published()));

  assert.equal(output[0].pinterest_url, 'https://www.pinterest.com/pin/99/');
  assert.deepEqual(
    asked('GET /v1/pins/pin_1').map(({ query }) => query.wait),
    [25, 25],
  );
});

test('a pin that fails stops the node with what happened and what to do', async () => {
  const { error } = await attempt(waiting, answers(samples.failed()));

  assert.equal(error.message, 'The image is broken. [item 0]');
  assert.equal(error.description, 'Send another image.');
  assert.equal(error.context.itemIndex, 0);
});

test('a pin that fails leaves by the error output with all that is known', async () => {
  const { output } = await run(waiting, answers(samples.failed()), { continueOnFail: true });

  assert.deepEqual(output, [
    {
      error: 'The image is broken. [item 0]',
      details: { code: 'media_broken', retryable: false, pin_id: 'pin_1', remediation: 'Send another image.' },
    },
  ]);
});

test('when time is up the pin comes out as it is, with a hint why', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-22T12:00:00Z') });
  const slow = () => {
    t.mock.timers.tick(25_000);
    return samples.pin();
  };
  const { output, hints, asked } = await run(waiting, { ...answers(), 'GET /v1/pins/pin_1': slow });

  assert.equal(output[0].status, 'queued');
  assert.deepEqual(
    asked('GET /v1/pins/pin_1').map(({ query }) => query.wait),
    [25, 25, 10],
  );
  assert.match(hints[0], /The pin is still queued: Waits its turn\. The trigger/);
});

test('it does not wait for a pin that cannot be over in time', async () => {
  const later = samples.pin({
    status: 'scheduled',
    eta: { not_before: '2099-01-01T00:00:00Z', expected_at: '2099-01-01T00:00:00Z', position: 1 },
  });
  const { output, requests } = await run(waiting, { ...answers(), 'POST /v1/pins': reply(202, later) });

  assert.equal(output[0].status, 'scheduled');
  assert.equal(requests.filter(({ query }) => 'wait' in query).length, 0);
});

test('it does not wait for a person, and says who has to do what', async () => {
  const { output, requests, hints } = await run(waiting, { ...answers(), 'POST /v1/pins': reply(202, samples.awaiting()) });

  assert.equal(output[0].status, 'awaiting_approval');
  assert.equal(requests.filter(({ query }) => 'wait' in query).length, 0);
  assert.match(hints.join(), /waits until somebody approves it: in the console of the connector, or with Pin > Approve\./);
  assert.match(hints.join(), /Both need an API key that has the scope "approve"/);
});

test('a canceled and an unconfirmed pin are no failures of the node', async () => {
  for (const status of ['canceled', 'unconfirmed']) {
    const { output } = await run(waiting, answers(samples.pin({ status, waiting_for: null, eta: null })));
    assert.equal(output[0].status, status);
  }
});
