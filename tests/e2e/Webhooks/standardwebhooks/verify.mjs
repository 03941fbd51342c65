// Exit code 0 when the published library believes the delivery: node verify.mjs ID TIMESTAMP SIGNATURE < body
import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';

const [id, timestamp, signature] = process.argv.slice(2);
const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
try {
  new Webhook(process.env.WEBHOOK_SECRET).verify(readFileSync(0), headers);
  console.log('Genuine.');
} catch (error) {
  console.error(`Refused: ${error.message}`);
  process.exitCode = 1;
}
