import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem, reply } from './support/connector.mjs';
import { create, run } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const ACCOUNT = { 'GET /v1/accounts/acc_1': samples.account() };
const accepted = (pin) => ({ 'POST /v1/pins': reply(202, pin), ...ACCOUNT });

test('what could do better is said in the item and above the output', async () => {
  const warning = { name: 'link', status: 'warning', code: 'link_slow', message: 'The page is slow.', remediation: 'Look at it.' };
  const { output, hints } = await run(create(), accepted(samples.pin({ warnings: [warning] })));

  assert.deepEqual(output[0].warnings, ['The page is slow. Look at it.']);
  assert.deepEqual(hints, ['The page is slow. Look at it.']);
});

test('an earlier pin says so, in its item and above the output', async () => {
  const answers = { 'POST /v1/pins': reply(200, samples.published(), { 'idempotent-replayed': 'true' }), ...ACCOUNT };
  const { output, hints } = await run([create(), create()], answers);

  assert.deepEqual(
    output.map(({ replayed }) => replayed),
    [true, true],
  );
  assert.equal(hints.length, 1);
  assert.match(hints[0], /known already/);
});

test('an earlier pin that failed says how to go on', async () => {
  const { hints } = await run(create(), { 'POST /v1/pins': reply(200, samples.failed(), { 'idempotent-replayed': 'true' }), ...ACCOUNT });

  assert.match(hints[1], /Pin > Retry/);
});

for (const [fields, said] of [
  [{ environment: 'sandbox' }, /sandbox/],
  [{ environment: 'simulator' }, /nothing reaches Pinterest/],
  [
    { status: 'held', held_reason: 'Your app has Trial access only. Ask for Standard access.' },
    /Pins of Shop wait: Your app has Trial access only/,
  ],
  [{ status: 'reconnect_required' }, /connect the account/],
]) {
  test(`an account like ${JSON.stringify(fields)} shows as a hint`, async () => {
    const { hints, asked } = await run([create(), create({ title: 'B' })], {
      'POST /v1/pins': reply(202, samples.pin()),
      'GET /v1/accounts/acc_1': samples.account(fields),
    });

    assert.equal(hints.length, 1);
    assert.match(hints[0], said);
    assert.equal(asked('GET /v1/accounts/acc_1').length, 1);
  });
}

test('a pin is safe even if nothing can be learned about its account', async () => {
  const { output } = await run(create(), {
    'POST /v1/pins': reply(202, samples.pin()),
    'GET /v1/accounts/acc_1': problem(404, 'account_not_found', 'No.', 'Look.'),
  });

  assert.equal(output[0].id, 'pin_1');
});

test('an unconfirmed pin asks for a look', async () => {
  const { hints } = await run(create(), accepted(samples.pin({ status: 'unconfirmed' })));

  assert.match(hints[0], /not sent again/);
});
