import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { freePort } from './support/processes.mjs';
import { Sidecar } from './support/sidecar.mjs';
import { world } from './support/world.mjs';

const tried = async (data) =>
  await world.n8n.call('POST', '/rest/credentials/test', {
    credentials: {
      id: world.credential.id,
      name: 'Connector',
      type: 'pinterestConnectorApi',
      data: { baseUrl: world.sidecar.url, apiKey: world.sidecar.key, ...data },
    },
  });

test('the right address and key are fine', async () => assert.equal((await tried({})).status, 'OK'));

test('a slash too many does no harm', async () => assert.equal((await tried({ baseUrl: `${world.sidecar.url}/` })).status, 'OK'));

for (const [what, data, said] of [
  [
    'nothing listens',
    async () => ({ baseUrl: `http://127.0.0.1:${await freePort()}` }),
    /Nothing answers.*ECONNREFUSED.*localhost is its own container/,
  ],
  ['n8n itself answers', () => ({ baseUrl: world.n8n.url }), /not the Pinterest Connector/],
  ['the key is wrong', () => ({ apiKey: 'pck_wrong' }), /does not know this API Key/],
]) {
  test(`when ${what}, the test says so`, async () => {
    const { status, message } = await tried(await data());

    assert.equal(status, 'Error');
    assert.match(message, said);
  });
}

test('a connector without an account says that one must be connected', async () => {
  const other = await Sidecar.start(join(world.folder, 'another'));
  await other.call('DELETE', `/v1/accounts/${(await other.firstAccount()).id}`);
  const { status, message } = await tried({ baseUrl: other.url, apiKey: other.key });
  await other.stop();

  assert.equal(status, 'Error');
  assert.match(message, /no Pinterest account is connected yet/);
});
