import { reply } from '../connector.mjs';
import * as samples from '../samples.mjs';

export const rows = [
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
