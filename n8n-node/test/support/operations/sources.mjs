import { reply } from '../connector.mjs';
import { byId } from '../node.mjs';
import * as samples from '../samples.mjs';

const url = 'https://example.com/sitemap.xml';

export const rows = [
  [
    'source create',
    { url, sourceBoard: 'Home' },
    ['POST /v1/sources', {}, { url, start: 'new_only', board: 'Home' }],
    reply(201, samples.source()),
    [{ id: 'src_1', status: 'active' }],
  ],
  [
    'source create',
    { url, account: byId, start: 'all', options: { checkEvery: 600, map: '{"images":"best"}', acceptedBy: 'Ana' } },
    [
      'POST /v1/sources',
      {},
      {
        url,
        account_id: 'acc_1',
        start: 'all',
        check_every_seconds: 600,
        map: { images: 'best' },
        auto_approve: true,
        auto_approve_accepted_by: 'Ana',
      },
    ],
    reply(201, samples.source()),
    [{ id: 'src_1' }],
  ],
  ['source getAll', { limit: 2 }, ['GET /v1/sources', { limit: 2 }], samples.page([samples.source()]), [{ id: 'src_1' }]],
  ['source checkNow', { sourceId: ' src_1 ' }, ['POST /v1/sources/src_1/check'], reply(202, samples.source()), [{ id: 'src_1' }]],
  ['source delete', { sourceId: 'src_1' }, ['DELETE /v1/sources/src_1'], reply(204), [{ id: 'src_1', deleted: true }]],
];
