import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem, reply } from './support/connector.mjs';
import { failureOf, NodeApiError } from './support/node.mjs';

const get = { resource: 'pin', operation: 'get', pinId: 'pin_1' };
const answering = (answer) => ({ 'GET /v1/pins/pin_1': answer });

// As n8n's helper throws them.
const broken = (code, message = `connect ${code}`) =>
  new NodeApiError(
    { name: 'x' },
    { message, code },
    { message: 'The service refused the connection - perhaps it is offline', httpCode: code },
  );

for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'ECONNRESET']) {
  test(`${code} tells where it looked, and what localhost means in Docker`, async () => {
    const error = await failureOf(get, answering(broken(code)));

    assert.equal(error.message, `The Pinterest Connector at http://connector.test:5280/ could not be reached (${code})`);
    assert.match(error.description, /localhost is its own container/);
    assert.equal(error.context.details.retryable, true);
  });
}

test("n8n's own guard says which variable opens it", async () => {
  const error = await failureOf(get, answering(broken('ERR', 'The request was blocked because it resolves to a restricted IP address')));

  assert.match(error.description, /N8N_SSRF_ALLOWED_HOSTNAMES/);
});

test('another program at that address is not taken for the connector', async () => {
  const error = await failureOf(get, answering(reply(200, '<html>Welcome to nginx!</html>')));

  assert.match(error.message, /but it is not the Pinterest Connector/);
});

test('a proxy in front of a connector that is down is a connector that is down', async () => {
  assert.match((await failureOf(get, answering(reply(502, '<html>Bad Gateway</html>')))).message, /could not be reached \(502\)/);
});

test('no error shows the key', async () => {
  for (const answer of [problem(401, 'unauthorized', 'No valid API key.', 'Look.'), broken('ECONNREFUSED'), reply(200, 'hello')]) {
    assert.doesNotMatch(JSON.stringify(await failureOf(get, answering(answer))), /pck_/);
  }
});
