/** Catalogs, feeds, jobs of items, groups and reports. */
export const catalog = (fields = {}) => ({
  catalog_id: '1',
  name: 'Shop',
  type: 'RETAIL',
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-01T00:00:00Z',
  ...fields,
});

export const feedWatch = () => ({
  feed_id: '7',
  account_id: 'acc_1',
  next_look_at: '2026-11-22T12:15:00Z',
  last_looked_at: null,
  processing_since: null,
  last_error: null,
});

export const feed = (fields = {}) => ({
  feed_id: '7',
  catalog_id: '1',
  catalog_type: 'RETAIL',
  name: 'All products',
  format: 'CSV',
  location: 'https://shop.example.com/feed.csv',
  status: 'ACTIVE',
  default_country: 'US',
  default_locale: 'en-US',
  default_currency: 'USD',
  default_availability: null,
  schedule_time: '02:30',
  schedule_timezone: 'Europe/Berlin',
  has_credentials: false,
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-01T00:00:00Z',
  watch: feedWatch(),
  ...fields,
});

export const startedIngestion = () => ({
  result_id: '9',
  feed_id: '7',
  status: 'processing',
  started_at: '2026-11-22T12:00:00Z',
  watch: feedWatch(),
});

export const feedRun = () => ({
  result_id: '9',
  status: 'completed',
  started_at: '2026-11-22T02:30:00Z',
  updated_at: '2026-11-22T04:30:00Z',
  products: 10,
  ingested: 9,
  findings: [{ severity: 'error', code: 'TITLE_MISSING', items: 1, what_to_do: 'Give each product title.' }],
});

export const feedIssue = () => ({
  item_id: 'L-1',
  item_number: 0,
  severity: 'error',
  code: 'TITLE_MISSING',
  attribute: 'title',
  value: null,
  what_to_do: 'Give each product title.',
});

export const itemJob = (fields = {}) => ({
  id: 'items_1',
  account_id: 'acc_1',
  ad_account_id: null,
  catalog_id: null,
  operation: 'upsert',
  country: 'US',
  language: 'en-US',
  status: 'queued',
  total: 2,
  succeeded: 0,
  failed: 0,
  unconfirmed: 0,
  waiting_for: null,
  error_code: null,
  error_message: null,
  error_remediation: null,
  idempotency_key: 'key',
  created_at: '2026-11-22T12:00:00Z',
  updated_at: '2026-11-22T12:00:00Z',
  ended_at: null,
  ...fields,
});

export const itemResult = (fields = {}) => ({
  number: 1,
  item_id: 'L-1',
  status: 'succeeded',
  errors: [],
  warnings: [],
  what_to_do: null,
  ...fields,
});

export const foundItem = () => ({
  item_id: 'L-1',
  found: true,
  title: 'A lamp',
  price: '49.00USD',
  availability: 'in stock',
  link: 'https://shop.example.com/lamp',
  pin_ids: ['99'],
  attributes: { title: 'A lamp' },
  errors: [],
});

export const productGroup = (fields = {}) => ({
  id: '3',
  name: 'Lamps',
  description: null,
  catalog_id: '1',
  catalog_type: 'RETAIL',
  feed_id: '7',
  country: null,
  locale: null,
  status: 'ACTIVE',
  type: 'MERCHANT_CREATED',
  filters: { any_of: [{ BRAND: { values: ['Acme'] } }] },
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-01T00:00:00Z',
  ...fields,
});

export const groupCounts = () => ({ total: 10, in_stock: 8, out_of_stock: 2, preorder: 0, videos: null });

export const productPin = () => ({
  item_id: 'L-1',
  item_group_id: null,
  pinterest_pin_id: '99',
  title: 'A lamp',
  link: 'https://shop.example.com/lamp',
  availability: 'IN_STOCK',
  price: 49,
  sale_price: null,
  currency: 'USD',
});

export const reportStat = () => ({
  catalog_id: '1',
  code: 112,
  issue: 'TITLE_MISSING',
  message: 'No title',
  occurrences: 4,
  severity: null,
  ineligible_for_ads: true,
  ineligible_for_organic: false,
});
