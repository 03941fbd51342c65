import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { action, chain, code, download, manual, pin, title } from './support/workflows.mjs';
import { world } from './support/world.mjs';

const image = readFileSync(new URL('../../examples/images/wool-throw-and-basket.png', import.meta.url)).toString('base64');
const inMemory = () => code(`return [{ json: {}, binary: { data: { data: '${image}', mimeType: 'image/png', fileName: 'throw.png' } } }]`);
const fromFile = (name, more) => action(pin({ title: name, mediaSource: 'binary', options: { waitForCompletion: true }, ...more }));

async function published(name, ...nodes) {
  const { outputs, status, error } = await world.n8n.run(chain('Media', manual(), ...nodes));
  assert.equal(status, 'success', `${error?.message} ${error?.description}`);
  assert.equal(outputs.Pinterest[0][0].status, 'published');
  const [there] = await world.sidecar.onPinterest(name);
  return there;
}

test('a picture that n8n keeps on disk is streamed and published', async () => {
  const name = title('From disk');
  assert.equal((await published(name, download('/clock.jpg'), fromFile(name))).media_type, 'image');
});

test('a picture that n8n keeps in memory is published, and the same file is the same pin', async () => {
  const name = title('From memory');
  const workflow = await world.n8n.save(chain('Twice', manual(), inMemory(), fromFile(name)));
  const [first, second] = [await world.n8n.execute(workflow), await world.n8n.execute(workflow)];

  assert.equal(first.outputs.Pinterest?.[0]?.[0]?.replayed, false, first.error?.message);
  assert.equal(second.outputs.Pinterest[0][0].replayed, true);
  assert.equal((await world.sidecar.onPinterest(name)).length, 1);
});

test('a film is streamed and published', async () => {
  const name = title('A film');
  assert.equal((await published(name, download('/film.mp4'), fromFile(name))).media_type, 'video');
});

test('a film at an address is published', async () => {
  const name = title('A film elsewhere');
  const parameters = pin({
    title: name,
    mediaSource: 'videoUrl',
    videoUrl: `${world.pictures.url}/film.mp4`,
    additionalFields: { coverTime: 2 },
    options: { waitForCompletion: true },
  });
  assert.equal((await published(name, action(parameters))).media_type, 'video');
});

test('a carousel of an address and a file is published', async () => {
  const name = title('A carousel');
  const cards = [
    { source: 'binary', binaryField: 'data', title: 'One' },
    { source: 'imageUrl', imageUrl: `${world.pictures.url}/clock.jpg`, link: 'https://example.com/2' },
  ];
  const there = await published(name, download('/clock.jpg'), fromFile(name, { mediaSource: 'carousel', carousel: { cards } }));
  assert.match(there.media_type, /carousel|multiple/);
});

test('a file that is no picture is refused with the reason', async () => {
  const { status, error } = await world.n8n.run(chain('Wrong', manual(), download('/not-a-picture.txt'), fromFile(title('Wrong'))));

  assert.equal(status, 'error');
  assert.match(`${error.message} ${error.description}`, /JPEG|PNG/);
});
