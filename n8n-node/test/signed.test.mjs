import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const { withoutSignature } = createRequire(import.meta.url)('../dist/nodes/PinterestConnector/shared/signed.js');
const table = JSON.parse(readFileSync(new URL('../../tests/shared/signed-addresses.json', import.meta.url), 'utf8'));

for (const { name, signed, signed_again, unsigned } of table.addresses)
  test(`However often it is signed, it is one address: ${name}`, () => {
    assert.notEqual(signed, signed_again);
    assert.equal(withoutSignature(signed), unsigned);
    assert.equal(withoutSignature(signed_again), unsigned);
    assert.equal(withoutSignature(unsigned), unsigned);
  });

for (const { name, address } of table.not_signed)
  test(`Nothing is taken from an address that is not signed: ${name}`, () => assert.equal(withoutSignature(address), address));
