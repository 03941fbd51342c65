import assert from 'node:assert/strict';
import { test } from 'node:test';
import { action, chain, code, manual, title } from './support/workflows.mjs';
import { world } from './support/world.mjs';

/** Runs one operation on a catalog in n8n and returns what came out. */
async function output(operation, parameters = {}, ...before) {
  const { outputs, status, error } = await world.n8n.run(
    chain('Catalog', manual(), ...before, action({ resource: 'catalog', operation, ...parameters })),
  );
  assert.equal(status, 'success', error?.message);
  return outputs.Pinterest[0];
}

const byId = (value) => ({ __rl: true, mode: 'id', value });

test('a feed is made, changed, found, watched and deleted', async () => {
  const name = title('Feed');
  const [made] = await output('createFeed', { name, location: 'https://shop.example.com/feed.csv' });
  const feed = byId(made.feed_id);
  assert.deepEqual([made.name, made.default_country, made.watch.feed_id], [name, 'US', made.feed_id]);

  const [changed] = await output('updateFeed', { feed, updateFields: { feedStatus: 'INACTIVE' } });
  assert.equal(changed.status, 'INACTIVE');
  assert.ok((await output('getFeeds', { returnAll: true })).some((one) => one.feed_id === made.feed_id));
  assert.deepEqual(await output('unwatchFeed', { feed }), [{ id: made.feed_id, watched: false }]);
  assert.equal((await output('watchFeed', { feed }))[0].feed_id, made.feed_id);
  assert.deepEqual(await output('deleteFeed', { feed }), [{ id: made.feed_id, deleted: true }]);
});

test('items are sent as one job, and each tells what became of it', async () => {
  const rows = ['L-1', 'reject-2'].map((id) => ({ json: { id } }));
  const [job] = await output(
    'sendItems',
    {
      itemId: '={{ $json.id }}',
      attributes: {
        title: '=Lamp {{ $json.id }}',
        link: 'https://shop.example.com/lamp',
        image_link: 'https://shop.example.com/lamp.jpg',
        price: '49.00 USD',
        availability: 'in stock',
      },
      options: { waitForCompletion: true, waitLimit: 120 },
    },
    code(`return ${JSON.stringify(rows)}`),
  );
  assert.deepEqual([job.status, job.total, job.succeeded, job.failed], ['completed_with_errors', 2, 1, 1]);

  const results = await output('getItemResults', { itemJobId: job.id, returnAll: true });
  assert.deepEqual(
    results.map(({ item_id: id, status }) => [id, status]),
    [
      ['L-1', 'succeeded'],
      ['reject-2', 'failed'],
    ],
  );
  const [found, missing] = await output('findItems', { itemIds: 'L-1,reject-2' });
  assert.deepEqual([found.found, found.title, missing.found], [true, 'Lamp L-1', false]);
});

test('a group of products is made, counted and deleted', async () => {
  const [{ feed_id: feed }] = await output('createFeed', { name: title('Feed'), location: 'https://shop.example.com/feed.csv' });
  const name = title('Group');
  const [made] = await output('createGroup', { name, feed: byId(feed), productFilters: '{"any_of": [{"BRAND": {"values": ["Acme"]}}]}' });
  const productGroup = byId(made.id);

  assert.ok((await output('getGroups', { feed: byId(feed), returnAll: true })).some(({ id }) => id === made.id));
  assert.ok('total' in (await output('getGroupCounts', { productGroup }))[0]);
  assert.deepEqual(await output('deleteGroup', { productGroup }), [{ id: made.id, deleted: true }]);
  await output('deleteFeed', { feed: byId(feed) });
});
