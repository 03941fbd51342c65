import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../../examples/n8n/', import.meta.url);
const keys = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')).nodes.map((node) => [file, node]))
  .map(([file, { name, parameters }]) => [`${file}, ${name}`, parameters.options?.idempotencyKey])
  .filter(([, key]) => key !== undefined);

/** What an expression gives for an item whose every property is that. */
function given(expression, value) {
  const json = new Proxy({}, { get: () => value });
  const [, inside] = /^=\{\{ (.*) \}\}$/.exec(expression);
  return new Function('$json', '$', `return ${inside}`)(json, () => ({ item: { json } }));
}

test('some examples have keys of their own', () => assert.ok(keys.length > 1));

for (const [where, key] of keys)
  test(`a blank cell makes no key that all rows share: ${where}`, () => {
    assert.deepEqual([given(key, ''), given(key, undefined)], ['', '']);
    assert.match(given(key, '7'), /^\w+-7$/);
  });
