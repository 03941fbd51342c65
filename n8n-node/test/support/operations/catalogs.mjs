import { answers } from '../answersCatalog.mjs';
import { byId } from '../node.mjs';

const feed = { mode: 'id', value: '7' };
const productGroup = { mode: 'id', value: '3' };
const additionalFields = { adAccountId: '54' };
const location = 'https://shop.example.com/feed.csv';
const filters = { any_of: [{ BRAND: { values: ['Acme'] } }] };

// Each row: the operation, what is chosen, what is asked for it, and what comes out.
const row = (operation, chosen, [asked, ...sent], output) => [`catalog ${operation}`, chosen, [asked, ...sent], answers[asked], [output]];

export const rows = [
  row('getAll', { account: byId }, ['GET /v1/catalogs', { account_id: 'acc_1', limit: 50 }], { catalog_id: '1' }),
  row('getFeeds', { catalog: { mode: 'id', value: '1' } }, ['GET /v1/catalogs/feeds', { catalog: '1', limit: 50 }], { feed_id: '7' }),
  row('getFeed', { feed, additionalFields }, ['GET /v1/catalogs/feeds/7', { ad_account_id: '54' }], { name: 'All products' }),
  row(
    'createFeed',
    { name: 'All', location, defaultCountry: 'us' },
    ['POST /v1/catalogs/feeds', {}, { name: 'All', location, format: 'CSV', default_country: 'US', default_locale: 'en-US' }],
    { feed_id: '7' },
  ),
  row(
    'createFeed',
    {
      account: byId,
      name: 'All',
      location,
      additionalFields: { username: 'u', password: 'p', scheduleTime: '02:30', feedStatus: 'INACTIVE' },
    },
    [
      'POST /v1/catalogs/feeds',
      { account_id: 'acc_1' },
      {
        name: 'All',
        location,
        format: 'CSV',
        default_country: 'US',
        default_locale: 'en-US',
        status: 'INACTIVE',
        preferred_processing_schedule: { time: '02:30', timezone: 'Europe/Berlin' },
        credentials: { username: 'u', password: 'p' },
      },
    ],
    { feed_id: '7' },
  ),
  row(
    'updateFeed',
    { feed, updateFields: { name: 'B', feedStatus: 'INACTIVE' } },
    ['PATCH /v1/catalogs/feeds/7', {}, { name: 'B', status: 'INACTIVE' }],
    { feed_id: '7' },
  ),
  row('deleteFeed', { feed }, ['DELETE /v1/catalogs/feeds/7'], { id: '7', deleted: true }),
  row('ingestFeed', { feed }, ['POST /v1/catalogs/feeds/7/ingest'], { result_id: '9' }),
  row('watchFeed', { feed }, ['PUT /v1/catalogs/feeds/7/watch'], { account_id: 'acc_1' }),
  row('unwatchFeed', { feed }, ['DELETE /v1/catalogs/feeds/7/watch'], { id: '7', watched: false }),
  row('getFeedResults', { feed, limit: 1 }, ['GET /v1/catalogs/feeds/7/results', { limit: 1 }], { products: 10, ingested: 9 }),
  row(
    'getFeedIssues',
    { resultId: '9', filters: { issue: 'TITLE_MISSING' } },
    ['GET /v1/catalogs/results/9/issues', { limit: 50, issue: 'TITLE_MISSING' }],
    { code: 'TITLE_MISSING' },
  ),
  row('getItemJob', { itemJobId: ' items_1 ' }, ['GET /v1/catalogs/items/items_1'], { status: 'completed' }),
  row('getItemJobs', {}, ['GET /v1/catalogs/items', { limit: 50 }], { id: 'items_1' }),
  row(
    'getItemResults',
    { itemJobId: 'items_1', filters: { status: 'failed' } },
    ['GET /v1/catalogs/items/items_1/results', { limit: 50, status: 'failed' }],
    { item_id: 'L-1' },
  ),
  row(
    'findItems',
    { itemIds: 'L-1, A lamp' },
    ['POST /v1/catalogs/items/find', {}, { item_ids: ['L-1', 'A lamp'], country: 'US', language: 'en-US' }],
    { found: true, pin_ids: ['99'] },
  ),
  row(
    'findItems',
    { itemIds: ['L-1', 7] },
    ['POST /v1/catalogs/items/find', {}, { item_ids: ['L-1', '7'], country: 'US', language: 'en-US' }],
    { found: true },
  ),
  row('getGroups', { feed }, ['GET /v1/catalogs/groups', { feed: '7', limit: 50 }], { id: '3' }),
  row('getGroup', { productGroup }, ['GET /v1/catalogs/groups/3'], { name: 'Lamps' }),
  row(
    'createGroup',
    { name: 'Lamps', feed, productFilters: filters },
    ['POST /v1/catalogs/groups', {}, { name: 'Lamps', feed_id: '7', filters }],
    { id: '3' },
  ),
  row(
    'updateGroup',
    { productGroup, updateFields: { productFilters: JSON.stringify(filters) } },
    ['PATCH /v1/catalogs/groups/3', {}, { filters }],
    { id: '3' },
  ),
  row('deleteGroup', { productGroup }, ['DELETE /v1/catalogs/groups/3'], { id: '3', deleted: true }),
  row('getGroupCounts', { productGroup }, ['GET /v1/catalogs/groups/3/counts'], { total: 10, videos: null }),
  row('getGroupProducts', { productGroup }, ['GET /v1/catalogs/groups/3/products', { limit: 50 }], { pinterest_pin_id: '99' }),
  row('createReport', {}, ['POST /v1/catalogs/reports', {}, { type: 'distribution_issues' }], { token: 'token' }),
  row('getReport', { reportToken: 'token' }, ['GET /v1/catalogs/reports', { token: 'token' }], { ready: false }),
  row(
    'getReportStats',
    { statsType: 'feed_issues', feed },
    ['GET /v1/catalogs/reports/stats', { type: 'feed_issues', feed_id: '7', limit: 50 }],
    { occurrences: 4 },
  ),
];
