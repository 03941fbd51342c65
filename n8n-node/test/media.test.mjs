import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem, reply } from './support/connector.mjs';
import { attempt, create, run } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const BYTES = Buffer.from('bytes');
const inMemory = { json: {}, binary: { photo: { data: BYTES.toString('base64'), mimeType: 'application/json' } } };
const onDisk = { json: {}, binary: { photo: { id: 'filesystem:1', data: 'filesystem', mimeType: 'image/png' } } };
const answers = {
  'POST /v1/assets': reply(201, samples.asset()),
  'POST /v1/pins': reply(202, samples.pin()),
  'GET /v1/accounts/acc_1': samples.account(),
};
const fromFile = create({ mediaSource: 'binary', binaryField: 'photo' });
const card = (fields) => ({ source: 'imageUrl', imageUrl: 'https://example.com/1.jpg', ...fields });

const bodyOf = (ran) => ran.asked('POST /v1/pins')[0].body;

for (const [where, item] of [
  ['in memory', inMemory],
  ['on disk', onDisk],
]) {
  test(`a file ${where} goes to the connector as it is, and the pin names it`, async () => {
    const ran = await run(fromFile, answers, { items: [item], stored: { 'filesystem:1': BYTES } });
    const [{ file, headers }] = ran.asked('POST /v1/assets');

    assert.deepEqual(file, BYTES);
    // Whatever the file is said to be, the connector looks at the bytes; a file called JSON must not be read as a request.
    assert.deepEqual([headers['Content-Type'], headers['Content-Length']], ['application/octet-stream', 5]);
    assert.equal(bodyOf(ran).asset_id, 'ast_1');
  });
}

test('the same file is the same pin, also under another asset id', async () => {
  const keys = [];
  for (const asset of [samples.asset(), samples.asset({ id: 'ast_2' }), samples.asset({ id: 'ast_3', sha256: 'def' })]) {
    keys.push(bodyOf(await run(fromFile, { ...answers, 'POST /v1/assets': reply(201, asset) }, { items: [inMemory] })).idempotency_key);
  }

  assert.equal(keys[0], keys[1]);
  assert.notEqual(keys[0], keys[2]);
});

for (const [name, item, said] of [
  ['another field', { json: {}, binary: { data: inMemory.binary.photo, cover: inMemory.binary.photo } }, /files in: data, cover/],
  ['no file', { json: {} }, /no file/],
]) {
  test(`an item with ${name} says where the file should be`, async () => {
    const { error, requests } = await attempt(fromFile, {}, { items: [item] });

    assert.equal(error.message, 'There is no file in the input field "photo" [item 0]');
    assert.match(error.description, said);
    assert.equal(requests.length, 0);
  });
}

test('a file that Pinterest would not take is refused with the reason', async () => {
  const { error } = await attempt(
    fromFile,
    { 'POST /v1/assets': problem(422, 'media_type_unsupported', 'This is a GIF.', 'Send a JPEG or PNG.') },
    { items: [inMemory] },
  );

  assert.deepEqual([error.message, error.description], ['This is a GIF. [item 0]', 'Send a JPEG or PNG.']);
});

for (const [source, chosen, sent] of [
  ['videoUrl', { videoUrl: 'https://example.com/1.mp4' }, { video_url: 'https://example.com/1.mp4' }],
  ['asset', { assetId: ' ast_1 ' }, { asset_id: 'ast_1' }],
]) {
  test(`${source} is sent`, async () => {
    const body = bodyOf(await run(create({ mediaSource: source, ...chosen }), answers));

    assert.deepEqual({ ...sent, ...body }, body);
    assert.ok(!('image_url' in body));
  });
}

for (const [field, value, name] of [
  ['coverImageUrl', 'https://example.com/1.jpg', 'cover_image_url'],
  ['coverAssetId', 'ast_2', 'cover_asset_id'],
  ['coverTime', 3, 'cover_time_seconds'],
]) {
  test(`a video's ${name} is sent`, async () => {
    const body = bodyOf(
      await run(create({ mediaSource: 'videoUrl', videoUrl: 'https://example.com/1.mp4', additionalFields: { [field]: value } }), answers),
    );

    assert.equal(body[name], value);
  });
}

test('a carousel is sent in its order, its files first', async () => {
  const cards = [
    card({ title: 'One', link: 'https://example.com/1', description: 'First' }),
    card({ source: 'binary', binaryField: 'photo' }),
    card({ source: 'asset', assetId: 'ast_9' }),
  ];
  const body = bodyOf(await run(create({ mediaSource: 'carousel', carousel: { cards } }), answers, { items: [inMemory] }));

  assert.deepEqual(body.carousel, [
    { image_url: 'https://example.com/1.jpg', title: 'One', description: 'First', link_url: 'https://example.com/1' },
    { asset_id: 'ast_1' },
    { asset_id: 'ast_9' },
  ]);
});
