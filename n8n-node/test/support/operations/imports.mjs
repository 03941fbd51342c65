import { reply } from '../connector.mjs';
import { byId } from '../node.mjs';
import * as samples from '../samples.mjs';

const url = 'https://example.com/products.csv';

export const rows = [
  [
    'import create',
    { url, importBoard: 'Home', dryRun: true },
    ['POST /v1/imports', {}, { url, board: 'Home', dry_run: true }],
    reply(202, samples.importOf()),
    [{ id: 'imp_1', status: 'running' }],
  ],
  [
    'import create',
    { url, account: byId, options: { format: 'rss', map: '{"images":"each"}', name: 'Blog', idempotencyKey: 'monday' } },
    [
      'POST /v1/imports',
      {},
      { url, account_id: 'acc_1', dry_run: false, format: 'rss', map: { images: 'each' }, name: 'Blog', idempotency_key: 'monday' },
    ],
    reply(202, samples.importOf()),
    [{ id: 'imp_1' }],
  ],
  [
    'import create',
    { url, options: { eventDate: '2027-02-14T00:00:00', leadDays: 60, spread: true } },
    ['POST /v1/imports', {}, { url, dry_run: false, event_date: '2027-02-14', lead_days: 60, spread: true }],
    reply(202, samples.importOf({ event_date: '2027-02-14', lead_days: 60, spread: true })),
    [{ event_date: '2027-02-14' }],
  ],
  ['import get', { importId: ' imp_1 ' }, ['GET /v1/imports/imp_1'], samples.importOf(), [{ failed: 1, done: 2 }]],
  [
    'import getResults',
    { importId: 'imp_1', limit: 2, filters: { status: 'failed' } },
    ['GET /v1/imports/imp_1/results', { limit: 2, status: 'failed' }],
    samples.page([samples.importResult({ status: 'failed', pin_id: null })]),
    [{ row: 2, status: 'failed' }],
  ],
  [
    'import getResults',
    { importId: 'imp_1', limit: 2 },
    ['GET /v1/imports/imp_1/results', { limit: 2 }],
    samples.page([samples.importResult()]),
    [{ row: 2, status: 'created' }],
  ],
  [
    'import cancel',
    { importId: 'imp_1' },
    ['POST /v1/imports/imp_1/cancel'],
    samples.importOf({ status: 'canceled' }),
    [{ status: 'canceled' }],
  ],
];
