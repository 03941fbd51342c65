import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reply } from './support/connector.mjs';
import { attempt, run } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const fromFile = { resource: 'import', operation: 'create', importSource: 'binary', binaryField: 'data' };
const item = { json: {}, binary: { data: { data: Buffer.from('title,image').toString('base64'), mimeType: 'text/csv' } } };

test('a file of the item is sent as it is, and the rest in the address', async () => {
  const { requests, output } = await run(
    { ...fromFile, importBoard: 'Home', options: { idempotencyKey: 'monday' } },
    { 'POST /v1/imports': reply(202, samples.importOf()) },
    { items: [item] },
  );

  assert.equal(requests[0].file.toString(), 'title,image');
  assert.deepEqual(requests[0].query, { board: 'Home', dry_run: false });
  assert.equal(requests[0].headers['Idempotency-Key'], 'monday');
  assert.equal(output[0].id, 'imp_1');
});

test('an item without a file is told what else there is', async () => {
  const { error, requests } = await attempt(fromFile, {}, { items: [{ json: {} }] });

  assert.match(error.description, /File From > URL/);
  assert.equal(requests.length, 0);
});

test('a map goes before the file, in a form', async () => {
  const { requests } = await run(
    { ...fromFile, options: { map: '{"images":"best"}' } },
    { 'POST /v1/imports': reply(202, samples.importOf()) },
    { items: [item] },
  );

  const form = await new Response(requests[0].file, { headers: { 'Content-Type': requests[0].headers['Content-Type'] } }).formData();
  assert.deepEqual([...form.keys()], ['map', 'file']);
  assert.equal(form.get('map'), '{"images":"best"}');
  assert.equal(await form.get('file').text(), 'title,image');
});

test('a map that is no JSON is refused before anything is sent', async () => {
  const { error, requests } = await attempt({
    resource: 'import',
    operation: 'create',
    url: 'https://example.com/a.csv',
    options: { map: '{images}' },
  });

  assert.match(error.message, /Map is no JSON/);
  assert.equal(requests.length, 0);
});
