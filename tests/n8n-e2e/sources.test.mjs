import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from './support/examples.mjs';
import { eventually } from './support/processes.mjs';
import { action, chain, manual, title } from './support/workflows.mjs';
import { world } from './support/world.mjs';

/** Runs one operation in n8n and returns what came out. */
async function output(parameters) {
  const { outputs, status, error } = await world.n8n.run(chain('Operation', manual(), action(parameters)));
  assert.equal(status, 'success', error?.message);
  return outputs.Pinterest[0];
}

const feed = (...names) =>
  '<?xml version="1.0"?><rss version="2.0"><channel><title>Blog</title>' +
  names
    .map(
      (name) =>
        `<item><guid>${name}</guid><title>${name}</title><link>https://example.com/${encodeURIComponent(name)}</link>` +
        `<enclosure url="${world.pictures.url}/clock.jpg" type="image/jpeg" length="1"/></item>`,
    )
    .join('') +
  '</channel></rss>';

const sourceOf = async (id) => (await world.sidecar.call('GET', `/v1/sources/${id}`)).body;

test('a feed is watched, looked at when asked, listed and watched no longer', async () => {
  const name = title('Watched');
  await served(feed(name), 'application/rss+xml', async (url) => {
    const [source] = await output({
      resource: 'source',
      operation: 'create',
      url,
      start: 'all',
      sourceBoard: world.sidecar.boards[0].name,
      options: { checkEvery: 600 },
    });
    assert.deepEqual([source.check_every_seconds, source.auto_approve], [600, false]);
    const first = await eventually('it was looked at', async () => {
      const now = await sourceOf(source.id);
      return now.last_checked_at && now;
    });
    assert.deepEqual([first.format, first.counts.pinned, first.last_error], ['rss', 1, null]);

    const waiting = await output({
      resource: 'pin',
      operation: 'getAll',
      returnAll: true,
      filters: { status: 'awaiting_approval' },
    });
    const pin = waiting.find((each) => each.title === name);
    assert.equal((await world.sidecar.call('GET', `/v1/pins/${pin.id}`)).body.chosen_by, `Source ${source.id}`);

    await output({ resource: 'source', operation: 'checkNow', sourceId: source.id });
    await eventually('it was looked at again', async () => (await sourceOf(source.id)).last_checked_at > first.last_checked_at);
    assert.equal((await sourceOf(source.id)).counts.pinned, 1);
    assert.ok((await output({ resource: 'source', operation: 'getAll', returnAll: true })).some(({ id }) => id === source.id));

    assert.deepEqual(await output({ resource: 'source', operation: 'delete', sourceId: source.id }), [{ id: source.id, deleted: true }]);
    assert.equal((await world.sidecar.call('GET', `/v1/sources/${source.id}`)).status, 404);
    assert.equal((await world.sidecar.call('GET', `/v1/pins/${pin.id}`)).body.status, 'awaiting_approval');
    await world.sidecar.call('POST', `/v1/pins/${pin.id}/cancel`);
  });
});
