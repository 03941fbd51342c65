import { createHmac, timingSafeEqual } from 'crypto';

// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
const PREFIX = 'whsec_';
const TOLERANCE_SECONDS = 300;

/** What arrived: the three headers, and the body byte for byte. */
export interface Arrival {
  id: string;
  timestamp: string;
  signature: string;
  body: string | Buffer;
}

/** The secret of a webhook. Whoever has the key and the address can make it, so it is stored nowhere in n8n. */
export function secretOf(apiKey: string, url: string): string {
  return PREFIX + createHmac('sha256', apiKey).update(`pinterest-connector-webhook:${url}`).digest('base64');
}

/** Whether the connector sent this, and not long ago. While a secret changes there are several signatures, and one must fit. */
export function isGenuine({ id, timestamp, signature, body }: Arrival, secret: string, nowSeconds: number): boolean {
  if (!/^\d+$/.test(timestamp) || Math.abs(nowSeconds - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const expected = createHmac('sha256', Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest();
  return signature
    .split(' ')
    .filter((one) => one.startsWith('v1,'))
    .some((one) => {
      const given = Buffer.from(one.slice('v1,'.length), 'base64');
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
}
