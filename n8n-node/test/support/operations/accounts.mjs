import { byId } from '../node.mjs';
import * as samples from '../samples.mjs';

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
    'account update',
    { account: byId, updateFields: { requireApproval: true, approvalAfterEdit: false } },
    ['PATCH /v1/accounts/acc_1', {}, { settings: { require_approval: true, approval_after_edit: false } }],
    samples.account(),
    [{ id: 'acc_1' }],
  ],
];
