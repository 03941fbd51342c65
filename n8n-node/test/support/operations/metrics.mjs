import { byId } from '../node.mjs';
import * as samples from '../samples.mjs';

export const rows = [
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
    'metric getProducts',
    { groupBy: 'template', sortBy: 'saves', pinLimit: 50, options: { startDate: '2026-11-01' } },
    ['GET /v1/metrics/products', { by: 'template', sort_by: 'saves', limit: 50, start_date: '2026-11-01' }],
    samples.groups(),
    [{ key: 'short', pins: 2, best_pin_id: 'pin_1' }],
  ],
  [
    'metric getTopPins',
    { sortBy: 'saves', limit: 3 },
    ['GET /v1/metrics/top-pins', { sort_by: 'saves', limit: 3 }],
    samples.table(),
    [{ impressions: 12 }],
  ],
];
