import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { signature } from './support/node.mjs';

// The C# tests of the sidecar read the same file.
const { vectors, webhook_secrets: secrets } = JSON.parse(readFileSync(new URL('../../tests/signatures.json', import.meta.url), 'utf8'));

const arrived = (vector, changed = {}) => ({
  id: vector.id,
  timestamp: String(vector.timestamp),
  signature: vector.signature,
  body: Buffer.from(vector.body),
  ...changed,
});
const believed = (vector, changed, late = 0, secret = vector.secret) =>
  signature.isGenuine(arrived(vector, changed), secret, vector.timestamp + late);

for (const vector of vectors) {
  test(`${vector.name}: believed as it is, and not with anything changed`, () => {
    assert.equal(believed(vector), true);
    for (const changed of [
      { body: Buffer.from(`${vector.body} `) },
      { id: `${vector.id}0` },
      { timestamp: String(vector.timestamp + 1) },
      { signature: '' },
      { signature: 'v1,' },
    ]) {
      assert.equal(believed(vector, changed), false, JSON.stringify(changed));
    }
    assert.equal(believed(vector, {}, 0, 'whsec_c29tZXRoaW5nIGVsc2Ugb2YgMzIgYnl0ZXMgbGVuZ3Ro'), false);
  });
}

test('while a secret changes one of two signatures is enough', () => {
  const [vector] = vectors;

  assert.equal(believed(vector, { signature: `v1,AAAA v1a,xyz ${vector.signature}` }), true);
});

for (const [late, fits] of [
  [300, true],
  [-300, true],
  [301, false],
  [-301, false],
]) {
  test(`${late} seconds late is ${fits ? 'in time' : 'too late'}`, () => assert.equal(believed(vectors[0], {}, late), fits));
}

test('a time that is no number is not believed', () => assert.equal(believed(vectors[0], { timestamp: 'now' }), false));

test('the secret of a webhook is made of the key and the address', () => {
  for (const { key, url, secret } of secrets) assert.equal(signature.secretOf(key, url), secret);
  assert.notEqual(signature.secretOf('pck_example', `${secrets[0].url}/`), secrets[0].secret);
});
