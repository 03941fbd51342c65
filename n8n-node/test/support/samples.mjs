export * from './samples/audience.mjs';
export * from './samples/catalogs.mjs';
export * from './samples/imports.mjs';
export * from './samples/metrics.mjs';
export * from './samples/sources.mjs';

/** Things of the connector, whole, as it answers them. */
const settings = {
  convert_images: true,
  require_approval: false,
  approval_after_edit: true,
  link_marker: true,
  pins_per_day: 50,
  min_gap_seconds: 0,
  jitter_percent: 0,
  pins_per_board_per_week: null,
  days_between_same_link: null,
  pins_per_domain_per_day: null,
  quiet_hours: null,
  weekdays: null,
  time_zone: 'UTC',
  safety_margin_percent: 5,
};

export const account = (fields = {}) => ({
  id: 'acc_1',
  name: 'Shop',
  environment: 'production',
  pinterest_user_id: '1',
  username: 'shop',
  account_type: 'BUSINESS',
  status: 'active',
  held_reason: null,
  held_until: null,
  settings,
  scopes: [],
  access_token_expires_at: null,
  refresh_token_expires_at: null,
  app_id: '1234567',
  grant: 'authorization_code',
  capabilities: [{ name: 'images', available: true, reason: null }],
  created_at: '2026-11-01T00:00:00Z',
  ...fields,
});

export const pin = (fields = {}) => ({
  id: 'pin_1',
  account_id: 'acc_1',
  simulated: false,
  status: 'queued',
  media_type: 'image',
  media_url: 'https://example.com/lamp.jpg',
  asset_id: null,
  carousel: null,
  cover_image_url: null,
  cover_asset_id: null,
  cover_time_seconds: null,
  board_id: '42',
  board_section_id: null,
  title: 'A lamp',
  description: null,
  alt_text: null,
  link_url: 'https://example.com/lamp',
  dominant_color: null,
  parent_pin_id: null,
  sponsor_id: null,
  ad_account_id: null,
  publish_at: null,
  season: null,
  priority: 0,
  pinterest_pin_id: null,
  pinterest_url: null,
  idempotency_key: 'key',
  attempt_count: 0,
  waiting_for: { code: 'pace', message: 'Waits its turn.', until: '2026-11-22T12:01:00Z' },
  eta: { not_before: '2026-11-22T12:00:00Z', expected_at: '2026-11-22T12:01:00Z', position: 3 },
  error_code: null,
  error_message: null,
  error_remediation: null,
  retryable: null,
  metadata: { sku: '7' },
  chosen_by: null,
  approved_by: null,
  approved_at: null,
  created_at: '2026-11-22T12:00:00Z',
  updated_at: '2026-11-22T12:00:00Z',
  published_at: null,
  warnings: null,
  live: null,
  ...fields,
});

export const published = (fields = {}) =>
  pin({
    status: 'published',
    waiting_for: null,
    eta: null,
    pinterest_pin_id: '99',
    pinterest_url: 'https://www.pinterest.com/pin/99/',
    published_at: '2026-11-22T12:01:00Z',
    ...fields,
  });

export const awaiting = (fields = {}) =>
  pin({
    status: 'awaiting_approval',
    waiting_for: { code: 'approval', message: 'It waits until somebody approves it.', until: null },
    eta: null,
    ...fields,
  });

export const failed = (fields = {}) =>
  pin({
    status: 'failed',
    waiting_for: null,
    eta: null,
    error_code: 'media_broken',
    error_message: 'The image is broken.',
    error_remediation: 'Send another image.',
    retryable: false,
    ...fields,
  });

export const board = (fields = {}) => ({
  id: '42',
  name: 'Lamps',
  url: 'https://www.pinterest.com/shop/lamps/',
  description: 'All lamps',
  privacy: 'PUBLIC',
  is_ads_only: false,
  pin_count: 7,
  follower_count: 1,
  collaborator_count: 0,
  created_at: '2026-11-01T00:00:00Z',
  board_pins_modified_at: '2026-11-01T00:00:00Z',
  owner: { username: 'shop' },
  ...fields,
});

/** A pin as Pinterest has it. */
export const livePin = (fields = {}) => ({
  id: '99',
  url: 'https://www.pinterest.com/pin/99/',
  board_id: '42',
  board_section_id: null,
  title: 'A lamp',
  description: null,
  alt_text: null,
  link: 'https://example.com/lamp',
  created_at: '2026-11-22T12:01:00Z',
  creative_type: 'REGULAR',
  parent_pin_id: null,
  dominant_color: null,
  is_owner: true,
  board_owner: { username: 'shop' },
  media: { media_type: 'image' },
  ...fields,
});

export const live = (fields = {}) => ({ found: true, pin: livePin(), differs: [], took: true, ...fields });

export const asset = (fields = {}) => ({
  id: 'ast_1',
  kind: 'image',
  content_type: 'image/png',
  bytes: 5,
  width: 1000,
  height: 1500,
  duration_seconds: null,
  sha256: 'abc',
  checks: [],
  created_at: '2026-11-01T00:00:00Z',
  expires_at: '2026-11-08T00:00:00Z',
  ...fields,
});

export const connectLink = () => ({
  authorize_url: 'http://connector:5280/oauth/begin/x',
  expires_at: '2026-11-22T12:10:00Z',
  redirect_uri: 'http://connector:5280/oauth/callback',
});

export const meter = (fields = {}) => ({
  account_id: 'acc_1',
  tier: 'standard',
  can_publish_now: false,
  next_publish_at: '2026-11-22T12:01:00Z',
  blocked_by: { code: 'pace', rule: 'pins_per_day', message: 'Fifty pins went today.' },
  windows: [],
  queue: { queued: 2, scheduled: 1, publishing: 0, unconfirmed: 0, awaiting_approval: 4, drained_at: '2026-11-23T00:00:00Z' },
  ...fields,
});

export const page = (items, next = null) => ({ items, next_cursor: next });
