import { reply } from './connector.mjs';
import * as samples from './samples.mjs';

const onBoard = { mode: 'list', value: '42' };
export const byId = { mode: 'id', value: 'acc_1' };

/** Each row: what is chosen, what is asked for it, what the connector answers, and what comes out. */
export const rows = [
  [
    'account get',
    { account: byId },
    ['GET /v1/accounts/acc_1'],
    samples.account({ held_reason: 'You asked for it.', status: 'held' }),
    [
      {
        id: 'acc_1',
        name: 'Shop',
        username: 'shop',
        environment: 'production',
        account_type: 'BUSINESS',
        status: 'held',
        held_reason: 'You asked for it.',
      },
    ],
  ],
  [
    'account getAll',
    {},
    ['GET /v1/accounts'],
    samples.page([samples.account(), samples.account({ id: 'acc_2', name: 'Blog' })]),
    [
      { id: 'acc_1', name: 'Shop' },
      { id: 'acc_2', name: 'Blog' },
    ],
  ],
  ...[
    [
      { connect: 'again', account: byId, returnUrl: 'https://n8n.example.com/' },
      { account_id: 'acc_1', return_url: 'https://n8n.example.com/' },
    ],
    [{ connect: 'new', environment: 'simulator' }, { environment: 'simulator' }],
  ].map(([chosen, body]) => [
    'account getConnectLink',
    chosen,
    ['POST /v1/oauth/start', {}, body],
    samples.connectLink(),
    [{ authorize_url: 'http://connector:5280/oauth/begin/x' }],
  ]),
  [
    'account getRateMeter',
    { account: byId },
    ['GET /v1/accounts/acc_1/rate-meter'],
    samples.meter(),
    [
      {
        account_id: 'acc_1',
        tier: 'standard',
        can_publish_now: false,
        next_publish_at: '2026-11-22T12:01:00Z',
        blocked_by: 'Fifty pins went today.',
        queued: 2,
        scheduled: 1,
        publishing: 0,
        awaiting_approval: 4,
        drained_at: '2026-11-23T00:00:00Z',
      },
    ],
  ],
  ...['hold', 'resume'].map((operation) => [
    `account ${operation}`,
    { account: byId },
    [`POST /v1/accounts/acc_1/${operation}`],
    samples.account(),
    [{ id: 'acc_1', status: 'active' }],
  ]),
  [
    'account update',
    { account: byId, updateFields: { name: 'Garden', quietHours: '22:00-07:00', timeZone: 'Europe/Berlin' } },
    [
      'PATCH /v1/accounts/acc_1',
      {},
      { name: 'Garden', settings: { quiet_hours: { from: '22:00', to: '07:00' }, time_zone: 'Europe/Berlin' } },
    ],
    samples.account({ name: 'Garden' }),
    [{ id: 'acc_1', name: 'Garden' }],
  ],
  [
    'board getAll',
    { account: byId, filters: { privacy: 'SECRET' } },
    ['GET /v1/boards', { account_id: 'acc_1', privacy: 'SECRET', limit: 50 }],
    samples.page([samples.board()]),
    [{ id: '42', name: 'Lamps', description: 'All lamps', privacy: 'PUBLIC', pin_count: 7, url: 'https://www.pinterest.com/shop/lamps/' }],
  ],
  [
    'board create',
    { name: 'Lamps', additionalFields: { privacy: 'SECRET', description: 'All' } },
    ['POST /v1/boards', {}, { name: 'Lamps', description: 'All', privacy: 'SECRET' }],
    reply(201, samples.board()),
    [{ id: '42' }],
  ],
  ['board create', { name: 2027 }, ['POST /v1/boards', {}, { name: '2027' }], reply(201, samples.board()), [{ id: '42' }]],
  [
    'board create',
    { name: 'Lamps', account: byId },
    ['POST /v1/boards', { account_id: 'acc_1' }, { name: 'Lamps' }],
    reply(201, samples.board()),
    [{ id: '42' }],
  ],
  [
    'board getSections',
    { board: onBoard, limit: 2 },
    ['GET /v1/boards/42/sections', { limit: 2 }],
    samples.page([{ id: '7', name: 'Desk' }]),
    [{ id: '7', name: 'Desk' }],
  ],
  [
    'board createSection',
    { board: { mode: 'id', value: ' 42 ' }, name: 7 },
    ['POST /v1/boards/42/sections', {}, { name: '7' }],
    reply(201, { id: '7', name: 'Desk' }),
    [{ id: '7', name: 'Desk' }],
  ],
  [
    'metric getPin',
    {
      pinIds: 'pin_1, 99',
      options: { startDate: '2026-11-01T00:00:00', endDate: '2026-11-07', granularity: 'day', metrics: 'saves, impressions' },
    },
    [
      'GET /v1/metrics/pins',
      { ids: 'pin_1,99', start_date: '2026-11-01', end_date: '2026-11-07', granularity: 'day', metrics: 'saves,impressions' },
    ],
    samples.table(),
    [{ pin_id: 'pin_1', impressions: 12, saves: null }],
  ],
  ['metric getAccount', { account: byId }, ['GET /v1/metrics/account', { account_id: 'acc_1' }], samples.table(), [{ impressions: 12 }]],
  [
    'metric getTopPins',
    { sortBy: 'saves', limit: 3 },
    ['GET /v1/metrics/top-pins', { sort_by: 'saves', limit: 3 }],
    samples.table(),
    [{ impressions: 12 }],
  ],
  [
    'pin get',
    { pinId: ' pin_1 ' },
    ['GET /v1/pins/pin_1'],
    samples.published(),
    [{ id: 'pin_1', status: 'published', pinterest_url: 'https://www.pinterest.com/pin/99/', waiting_for: null, expected_at: null }],
  ],
  [
    'pin getAll',
    {
      limit: 10,
      filters: { status: 'failed', boardId: '42', createdAfter: '2026-11-01T00:00:00', metadataName: 'sku', metadataValue: '7' },
    },
    ['GET /v1/pins', { limit: 10, status: 'failed', board_id: '42', created_after: '2026-11-01T00:00:00.000+01:00', 'metadata.sku': '7' }],
    samples.page([samples.failed()]),
    [{ id: 'pin_1', error_message: 'The image is broken.' }],
  ],
  [
    'pin cancel',
    { pinId: 'pin_1' },
    ['POST /v1/pins/pin_1/cancel'],
    samples.pin({ status: 'canceled', waiting_for: null, eta: null }),
    [{ id: 'pin_1', status: 'canceled' }],
  ],
  [
    'pin approve',
    { pinId: 'pin_1' },
    ['POST /v1/pins/pin_1/approve', {}, {}],
    samples.pin({ approved_by: 'Shop key', approved_at: '2026-11-22T12:00:00Z' }),
    [{ id: 'pin_1', status: 'queued' }],
  ],
  [
    'pin approve',
    { pinId: 'pin_1', additionalFields: { approvedBy: 'Ana', updatedAt: '2026-11-22T12:00:00.123Z' } },
    ['POST /v1/pins/pin_1/approve', {}, { approved_by: 'Ana', updated_at: '2026-11-22T12:00:00.123Z' }],
    samples.pin({ approved_by: 'Ana', approved_at: '2026-11-22T12:00:00Z' }),
    [{ id: 'pin_1', status: 'queued' }],
  ],
  [
    'pin reject',
    { pinId: 'pin_1', reason: 'Sold out.', additionalFields: { rejectedBy: 'Ana' } },
    ['POST /v1/pins/pin_1/reject', {}, { reason: 'Sold out.', rejected_by: 'Ana' }],
    samples.pin({ status: 'canceled', waiting_for: null, eta: null, error_code: 'rejected', error_message: 'Ana rejected it: Sold out.' }),
    [{ id: 'pin_1', status: 'canceled', error_code: 'rejected', error_message: 'Ana rejected it: Sold out.' }],
  ],
  [
    'pin getAll',
    { filters: { status: 'awaiting_approval' } },
    ['GET /v1/pins', { limit: 50, status: 'awaiting_approval' }],
    samples.page([samples.awaiting()]),
    [{ id: 'pin_1', status: 'awaiting_approval', expected_at: null, waiting_for: 'It waits until somebody approves it.' }],
  ],
  [
    'account update',
    { account: byId, updateFields: { requireApproval: true, approvalAfterEdit: false } },
    ['PATCH /v1/accounts/acc_1', {}, { settings: { require_approval: true, approval_after_edit: false } }],
    samples.account(),
    [{ id: 'acc_1' }],
  ],
  [
    'pin retry',
    { pinId: 'pin_1' },
    ['POST /v1/pins/pin_1/retry'],
    samples.pin(),
    [{ id: 'pin_1', status: 'queued', waiting_for: 'Waits its turn.', expected_at: '2026-11-22T12:01:00Z' }],
  ],
  ['pin delete', { pinId: 'pin_1' }, ['DELETE /v1/pins/pin_1'], reply(204), [{ deleted: true, id: 'pin_1' }]],
  [
    'pin delete',
    { pinId: 'pin_1', deleteFromPinterest: true },
    ['DELETE /v1/pins/pin_1', { delete_from_pinterest: true }],
    reply(204),
    [{ deleted: true, id: 'pin_1' }],
  ],
];
