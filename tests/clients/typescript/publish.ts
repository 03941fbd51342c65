// Publishes a pin through types that were generated from the API's description, and prints it. Arguments: address, API key, image.
import createClient from 'openapi-fetch';
import type { components, paths } from './connector.js';

type Pin = components['schemas']['Pin'];
type Status = components['schemas']['PinStatus'];

const [baseUrl = '', key = '', image = ''] = process.argv.slice(2);
const connector = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${key}` } });

const account = given(
  await connector.POST('/v1/accounts', { body: { environment: 'simulator', name: 'TypeScript' } }),
);
const boards = given(await connector.GET('/v1/boards', { params: { query: { account_id: account.id, privacy: 'PUBLIC' } } }));
const board = boards.items[0];
if (board === undefined) throw new Error('The simulator has no board.');

const accepted = given(
  await connector.POST('/v1/pins', {
    body: { account_id: account.id, board_id: board.id, title: 'From TypeScript', image_base64: image, idempotency_key: 'typescript-1' },
  }),
);
const pin: Pin = given(await connector.GET('/v1/pins/{id}', { params: { path: { id: accepted.id }, query: { wait: 60 } } }));
const published: Status = 'published';
const listed = given(await connector.GET('/v1/pins', { params: { query: { account_id: account.id, status: published } } }));
if (listed.items[0]?.id !== pin.id) throw new Error('The pin is not listed.');

const missing = await connector.GET('/v1/pins/{id}', { params: { path: { id: 'pin_none' } } });
const code: string | undefined = missing.error?.code;

console.log(JSON.stringify({ status: pin.status, pinterest_pin_id: pin.pinterest_pin_id, title: pin.title, code }));

function given<T>(answer: { data?: T; error?: components['schemas']['Problem'] }): T {
  if (answer.data === undefined) throw new Error(`${answer.error?.code}: ${answer.error?.detail}`);
  return answer.data;
}
