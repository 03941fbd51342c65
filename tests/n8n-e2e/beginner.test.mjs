import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { freePort } from './support/processes.mjs';
import { Sidecar } from './support/sidecar.mjs';
import { action, chain, code, manual, pin, title } from './support/workflows.mjs';
import { world } from './support/world.mjs';

/** What a person reads who runs this node on one item: the message, and below it what to do. */
async function said(parameters, json, more) {
  const workflow = chain('A first workflow', manual(), code(`return ${JSON.stringify([{ json }])}`), action(pin(parameters), more));
  const { status, error, hints } = await world.n8n.run(workflow);
  return { status, message: error?.message, advice: error?.description, hints };
}

/** The same as a test: nothing of it may reach Pinterest. */
const mistake = (what, parameters, json, message, advice) =>
  test(`${what}: the words that are shown`, async () => {
    const name = title('A mistake');
    const shown = await said({ title: name, ...parameters }, json);

    assert.equal(shown.status, 'error');
    assert.match(shown.message, message);
    assert.match(shown.advice, advice);
    assert.equal((await world.sidecar.onPinterest(name)).length, 0);
  });

mistake(
  'an empty picture',
  { imageUrl: '={{ $json.imgae }}' },
  { image: 'https://example.com/1.jpg', name: 'Soup' },
  /^Image URL is empty\. \[item 0\]$/,
  /^The expression \{\{ \$json\.imgae \}\} names "imgae", which this item does not have\. It has image, name\.$/,
);

mistake(
  'a board with a typo',
  { board: { __rl: true, mode: 'name', value: '={{ $json.board }}' } },
  { board: 'No such board' },
  /"No such board".* \[item 0\]$/,
  /Board > Get Many.*The value came from \{\{ \$json\.board \}\} in Board\./,
);

mistake(
  'an expression that yields an object',
  { title: '={{ $json.title }}' },
  { title: { rendered: 'Soup' } },
  /^Title is an object, not a text: \{"rendered":"Soup"\} \[item 0\]$/,
  /^Take one part of it: \{\{ \$json\.title\.rendered \}\}\.$/,
);

mistake(
  'a list of pictures in one address',
  { imageUrl: '={{ $json.images }}' },
  { images: [{ url: 'https://example.com/1.jpg' }] },
  /^Image URL is a list, not a text: \[\{"url":"https:\/\/example\.com\/1\.jpg"\}\] \[item 0\]$/,
  /\{\{ \$json\.images\[0\]\.url \}\}\. For several images choose Media Source > Carousel\./,
);

const noDate = (what, expression, shown) =>
  mistake(
    what,
    { publishAt: expression },
    { when: '2/1/2027 8:00', day: 46054 },
    new RegExp(`^Publish At is not a date and time: ${shown} \\[item 0\\]$`),
    /^Write it as ISO 8601, like 2027-01-15 or 2027-01-15T08:00:00/,
  );
noDate('a date typed as 2/1/2027 8:00', '2/1/2027 8:00', '"2/1/2027 8:00"');
noDate('such a date in a sheet', '={{ $json.when }}', '"2/1/2027 8:00"');
noDate('the number of a day', '={{ $json.day }}', '46054');
noDate('a date that does not exist', '2027-02-31', '"2027-02-31"');
noDate('a DateTime that is none', '={{ DateTime.fromISO("foo") }}', '"Invalid DateTime"');
noDate('a DateTime that is none, written', '={{ DateTime.fromISO("foo").toISO() }}', 'null');
noDate('a Date that is none', '={{ new Date("foo") }}', '"Invalid Date"');

mistake(
  'a board from a sheet that made it a number',
  { board: { __rl: true, mode: 'id', value: '={{ $json.board }}' } },
  { board: 185924359448592640 },
  /^Board has lost digits: 185924359448592640 \[item 0\]$/,
  /Format the column as text/,
);

test('dates that are some go out at their time', async () => {
  const later = new Date().getUTCFullYear() + 2;
  const dates = [`={{ DateTime.fromISO("${later}-01-15T08:00:00") }}`, `={{ new Date("${later}-01-15T08:00:00Z") }}`, `${later}-01-15`];
  for (const publishAt of dates) {
    const { outputs, error } = await world.n8n.run(chain('Later', manual(), action(pin({ title: title('Later'), publishAt }))));

    assert.equal(outputs.Pinterest?.[0][0].status, 'scheduled', error?.message);
  }
});

test('a title whose expression has a typo goes out without one, and a hint says why', async () => {
  const { status, hints } = await said({ title: '={{ $json.tittle }}' }, { title: 'Soup' });

  assert.equal(status, 'success');
  assert.ok(
    hints.some((hint) => hint.includes('Title is empty. The expression {{ $json.tittle }} names "tittle"')),
    hints.join(),
  );
});

/** A node with a credential for another address. */
async function at(data) {
  const { id, name } = await world.n8n.call('POST', '/rest/credentials', {
    name: 'Another',
    type: 'pinterestConnectorApi',
    data,
  });
  return { credentials: { pinterestConnectorApi: { id, name } } };
}

test('no account: the words say where one is connected', async () => {
  const other = await Sidecar.start(join(world.folder, 'without-account'));
  await other.call('DELETE', `/v1/accounts/${(await other.firstAccount()).id}`);
  const { message, advice } = await said({}, {}, await at({ baseUrl: other.url, apiKey: other.key }));
  await other.stop();

  assert.equal(message, 'No Pinterest account is connected to the connector yet [item 0]');
  assert.ok(advice.startsWith(`Connect one to the connector at ${other.url}: https://`), advice);
});

test('the connector does not run: the words say so, and which address was tried', async () => {
  const baseUrl = `http://127.0.0.1:${await freePort()}`;
  const { message, advice } = await said({}, {}, await at({ baseUrl, apiKey: 'pck_any' }));

  assert.equal(message, `The Pinterest Connector at ${baseUrl} could not be reached (ECONNREFUSED)`);
  assert.match(advice, /^Start the connector, or correct Base URL in the credential\./);
});
