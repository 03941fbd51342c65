#!/usr/bin/env node
// Tells whether a webhook or callback really comes from your connector. Needs Node, and nothing else.
//
//   WEBHOOK_SECRET=whsec_... node verify.mjs "$webhook_id" "$webhook_timestamp" "$webhook_signature" < body
//
// The three are the headers webhook-id, webhook-timestamp and webhook-signature; the body is what was posted, byte for byte.
// Exit code 0: genuine. 1: not. The rules: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const toleranceSeconds = 300;

/** Why a delivery is not genuine; null when it is. The body is a Buffer, or exactly the text that was posted. */
export function whyNot({ id, timestamp, signature }, body, secret, nowSeconds = Date.now() / 1000) {
  const key = Buffer.from(secret?.startsWith('whsec_') ? secret.slice('whsec_'.length) : '', 'base64');
  if (key.length < 24) return "set WEBHOOK_SECRET to the webhook's secret; it starts with whsec_.";
  if (!/^[0-9]{1,12}$/.test(timestamp)) return 'the timestamp is no number of seconds.';
  if (!(Math.abs(nowSeconds - Number(timestamp)) <= toleranceSeconds))
    return 'it is more than five minutes old or from the future: somebody may be sending an old delivery again, or a clock is wrong.';

  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  // After a change of secret there are several for a day, separated by spaces; one that fits is enough.
  const fits = signature.split(' ').some((each) => {
    const given = Buffer.from(each.startsWith('v1,') ? each.slice('v1,'.length) : '', 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return fits ? null : "no signature fits: the body was changed, the secret is another webhook's, or it comes from somebody else.";
}

if (basename(process.argv[1] ?? '') === 'verify.mjs') {
  const [id, timestamp, signature] = process.argv.slice(2);
  // WEBHOOK_NOW is for tests: what time it is, in seconds since 1970.
  const now = process.env.WEBHOOK_NOW ? Number(process.env.WEBHOOK_NOW) : undefined;
  const reason =
    signature === undefined
      ? 'give the headers webhook-id, webhook-timestamp and webhook-signature, and the body on standard input.'
      : whyNot({ id, timestamp, signature }, readFileSync(0), process.env.WEBHOOK_SECRET, now);
  if (reason === null) console.log('Genuine.');
  else console.error(`Refused: ${reason}`);
  process.exitCode = reason === null ? 0 : 1;
}
