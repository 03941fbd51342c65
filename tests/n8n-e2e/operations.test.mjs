import assert from 'node:assert/strict';
import { test } from 'node:test';
import { action, chain, manual, pin, title } from './support/workflows.mjs';
import { world } from './support/world.mjs';

/** Runs one operation in n8n and returns what came out. */
async function output(parameters) {
  const { outputs, status, error } = await world.n8n.run(chain('Operation', manual(), action(parameters)));
  assert.equal(status, 'success', error?.message);
  return outputs.Pinterest[0];
}

test('a pin is created, waited for, and is on Pinterest', async () => {
  const name = title('A lamp');
  const [created] = await output(pin({ title: name, options: { waitForCompletion: true } }));

  assert.equal(created.status, 'published');
  assert.match(created.pinterest_url, /^https:\/\/www\.pinterest\.com\/pin\/\d+/);
  assert.equal((await world.sidecar.onPinterest(name)).length, 1);
});
