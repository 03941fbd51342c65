import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem, reply } from './support/connector.mjs';
import { attempt, create, failureOf, run } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const get = { resource: 'pin', operation: 'get', pinId: 'pin_1' };
const answering = (answer) => ({ 'GET /v1/pins/pin_1': answer });

test("an error says in the connector's own words what happened and what to do", async () => {
  const error = await failureOf([create(), create({ title: 'B' })], {
    'POST /v1/pins': [
      reply(202, samples.pin()),
      problem(404, 'board_not_found', 'The account has no board named "Lamps".', 'Did you mean "Lights"?'),
    ],
    'GET /v1/accounts/acc_1': samples.account(),
  });

  assert.equal(error.message, 'The account has no board named "Lamps". [item 1]');
  assert.equal(error.description, 'Did you mean "Lights"?');
  assert.equal(error.httpCode, '404');
  assert.equal(error.context.itemIndex, 1);
});

for (const [status, code, advice] of [
  [401, 'unauthorized', /API Key in the credential/],
  [403, 'insufficient_scope', /scope "publish"/],
  [400, 'account_required', /Choose one under Account/],
  [422, 'idempotency_key_reused', /Options > Idempotency Key/],
]) {
  test(`${code} is explained in terms of n8n`, async () => {
    assert.match((await failureOf(get, answering(problem(status, code, 'No.', 'GET /v1/something')))).description, advice);
  });
}

test('an account that must be connected again brings the link for it', async () => {
  const link = 'http://connector:5280/accounts/acc_1/connect';
  const error = await failureOf(get, answering(problem(409, 'reconnect_required', 'No.', 'Connect it.', { connect_url: link })));

  assert.match(error.description, new RegExp(`open ${link} in a browser`));
  assert.match(error.description, /Account > Get Connect Link/);
  assert.equal(error.context.details.connect_url, link);
});

test('advice that names an operation of the connector names its place in n8n', async () => {
  const advice =
    'Did you mean "Lights"? GET /v1/boards lists the account\'s boards; POST /v1/boards makes one. ' +
    'GET /v1/boards/42/sections lists sections.';
  const error = await failureOf(get, answering(problem(404, 'board_not_found', 'No.', advice)));

  assert.equal(
    error.description,
    'Did you mean "Lights"? Board > Get Many lists the account\'s boards; Board > Create makes one. Board > Get Sections lists sections.',
  );
});

test('the error output gets just the keys that n8n sends there, with what a workflow can decide by', async () => {
  const refusal = problem(429, 'rate_limited', 'The limit is used up.', 'Wait.', {
    retry_after_seconds: 30,
    errors: { board: ['x'] },
    pinterest: { status: 429, code: 8 },
  });
  const { items } = await run(
    [get, { ...get, pinId: 'pin_2' }],
    { ...answering(refusal), 'GET /v1/pins/pin_2': samples.pin({ id: 'pin_2' }) },
    { continueOnFail: true },
  );

  assert.deepEqual(items[0], {
    json: {
      error: 'The limit is used up. [item 0]',
      details: {
        code: 'rate_limited',
        http_status: 429,
        retryable: true,
        retry_after_seconds: 30,
        errors: { board: ['x'] },
        pinterest: { status: 429, code: 8 },
        request_id: 'req_1',
        remediation: 'Wait.',
      },
    },
    pairedItem: { item: 0 },
  });
  assert.equal(items[1].json.id, 'pin_2');
  assert.deepEqual(items[1].pairedItem, { item: 1 });
});

test('each failed item knows which one it was', async () => {
  const gone = problem(404, 'not_found', 'No.', 'Look.');
  const { items } = await run(
    [get, { ...get, pinId: 'pin_2' }],
    { ...answering(samples.pin()), 'GET /v1/pins/pin_2': gone },
    { continueOnFail: true },
  );

  assert.deepEqual(
    items.map(({ pairedItem }) => pairedItem.item),
    [0, 1],
  );
  assert.equal(items[1].json.error, 'No. [item 1]');
});

test('a model that uses the node as a tool reads what went wrong, and what to do', async () => {
  const { output } = await run(get, answering(problem(404, 'not_found', 'No pin has this id.', 'Check the id.')), {
    node: { type: 'n8n-nodes-pinterest-connector.pinterestConnectorTool' },
  });

  assert.deepEqual([output[0].error, output[0].details.remediation], ['No pin has this id. [item 0]', 'Check the id.']);
});

test('what went wrong before anything was sent is on the error output as well', async () => {
  const { output } = await run(create({ publishAt: 'soon' }), {}, { continueOnFail: true });

  assert.equal(output[0].error, 'Publish At is not a date and time: "soon" [item 0]');
  assert.match(output[0].details.remediation, /2027-01-15/);
});

test('an execution that was canceled does not go on with the next item', async () => {
  const { requests, error } = await attempt([get, get], answering(problem(404, 'not_found', 'No.', 'Look.')), {
    continueOnFail: true,
    signal: AbortSignal.abort(),
  });

  assert.equal(requests.length, 1);
  assert.ok(error);
});

test('a connector that is busy is asked again, because it has done nothing yet', async () => {
  const busy = problem(429, 'too_many_requests', 'Too many.', 'Wait.', { retry_after_seconds: 0 });
  const { output, requests } = await run(get, answering([busy, busy, samples.pin()]));

  assert.equal(output[0].id, 'pin_1');
  assert.equal(requests.length, 3);
});

test('a connector that stays busy is an error', async () => {
  const error = await failureOf(get, answering(problem(429, 'too_many_requests', 'Too many.', 'Wait.', { retry_after_seconds: 0 })));

  assert.equal(error.message, 'Too many. [item 0]');
});
