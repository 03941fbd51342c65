import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem } from './support/connector.mjs';
import { attempt, failureOf } from './support/node.mjs';

const create = (additionalFields) => ({
  resource: 'catalog',
  operation: 'createFeed',
  name: 'All',
  location: 'https://shop.example.com/feed.csv',
  additionalFields,
});

for (const [fields, message] of [
  [{ username: 'u' }, 'Username and Password go together [item 0]'],
  [{ scheduleTimezone: 'Europe/Berlin' }, 'Schedule Time is empty [item 0]'],
])
  test(`a feed with ${Object.keys(fields)} alone is refused before anything is sent`, async () => {
    const { error, requests } = await attempt(create(fields));

    assert.equal(error.message, message);
    assert.equal(requests.length, 0);
  });

test('a refused address is called as in the panel', async () => {
  const errors = { location: ['must be an address that begins with https://, http://, sftp:// or ftp://.'] };
  const error = await failureOf(create({}), {
    'POST /v1/catalogs/feeds': problem(400, 'validation_failed', 'No.', 'Correct it.', { errors }),
  });

  assert.match(error.message, /^File URL must be an address/);
});

test('a feed that does not exist says where the feeds are', async () => {
  const advice = "GET /v1/catalogs/feeds lists the account's feeds with their ids.";
  const error = await failureOf(
    { resource: 'catalog', operation: 'getFeed', feed: { mode: 'id', value: '8' } },
    { 'GET /v1/catalogs/feeds/8': problem(404, 'feed_not_found', 'There is no such feed.', advice) },
  );

  assert.match(error.description, /Catalog > Get Feeds/);
});

test('a group without filters is refused before anything is sent', async () => {
  const { error, requests } = await attempt({
    resource: 'catalog',
    operation: 'createGroup',
    name: 'Lamps',
    feed: { mode: 'id', value: '7' },
  });

  assert.equal(error.message, 'Product Filters is empty [item 0]');
  assert.equal(requests.length, 0);
});
