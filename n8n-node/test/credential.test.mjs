import assert from 'node:assert/strict';
import { test } from 'node:test';
import { action, API_KEY, credential, trigger } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const connection = { data: { baseUrl: 'http://connector:5280/', apiKey: API_KEY } };
const refusal = { type: 'urn:pinterest-connector:problem:unauthorized', detail: 'No.', remediation: 'Look.' };

async function tried(answer) {
  const asked = [];
  const request = async (options) => {
    asked.push(options);
    if (answer instanceof Error) throw answer;
    return { statusCode: answer.status ?? 200, body: answer.body };
  };
  return { ...(await action.methods.credentialTest.testConnection.call({ helpers: { request } }, connection)), asked };
}

test('a connector with an account is fine', async () => {
  const { status, asked } = await tried({ body: samples.page([samples.account()]) });

  assert.equal(status, 'OK');
  assert.equal(asked[0].uri, 'http://connector:5280/v1/accounts');
  assert.equal(asked[0].headers.Authorization, `Bearer ${API_KEY}`);
});

for (const [what, answer, said] of [
  [
    'nothing answers',
    Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
    /Nothing answers at http:\/\/connector:5280\/ \(ECONNREFUSED\).*localhost is its own container/,
  ],
  ['a web page answers', { body: '<html></html>' }, /not the Pinterest Connector/],
  ['another API answers', { body: { hello: 'world' } }, /not the Pinterest Connector/],
  ['something else asks for a password', { status: 401, body: { error: 'login' } }, /not the Pinterest Connector/],
  ['the address has a path too many', { status: 404, body: 'Not found' }, /without a path/],
  ['the key is wrong', { status: 401, body: refusal }, /does not know this API Key/],
  [
    'the connector refuses for another reason',
    { status: 503, body: { ...refusal, detail: 'The disk is full.', remediation: 'Make room.' } },
    /The disk is full\. Make room\./,
  ],
  ['no account is connected', { body: samples.page([]) }, /no Pinterest account is connected yet/],
]) {
  test(`when ${what}, the test says so`, async () => {
    const { status, message } = await tried(answer);

    assert.equal(status, 'Error');
    assert.match(message, said);
    assert.doesNotMatch(message, new RegExp(API_KEY));
  });
}

test('the key travels in the header, and is typed hidden', () => {
  assert.equal(credential.authenticate.properties.headers.Authorization, '=Bearer {{$credentials.apiKey}}');
  assert.equal(credential.properties.find(({ name }) => name === 'apiKey').typeOptions.password, true);
});

test('both nodes test the credential', () => {
  for (const node of [action, trigger]) assert.ok(node.methods.credentialTest[node.description.credentials[0].testedBy]);
});
