const account = { mode: 'id', value: 'acc_1' };
const catalog = { mode: 'id', value: '1' };
const feed = { mode: 'id', value: '7' };
const productGroup = { mode: 'id', value: '3' };
const additionalFields = { adAccountId: '549755885175' };
const whose = { account, additionalFields };
const paging = { returnAll: false, limit: 250 };
const filters = '{"any_of":[{"BRAND":{"values":["Acme"]}}]}';
const settings = {
  catalogType: 'RETAIL',
  defaultAvailability: 'IN_STOCK',
  defaultCurrency: 'USD',
  feedStatus: 'ACTIVE',
  password: 'p',
  scheduleTime: '02:30',
  scheduleTimezone: 'Europe/Berlin',
  username: 'u',
};

/** The same of the operations about a shop's products. */
export const catalogs = {
  'catalog createFeed': {
    account,
    name: 'N',
    location: 'https://shop.example.com/feed.csv',
    feedFormat: 'CSV',
    defaultCountry: 'US',
    defaultLocale: 'en-US',
    catalog,
    additionalFields: { ...additionalFields, ...settings },
  },
  'catalog createGroup': {
    account,
    name: 'N',
    groupOf: 'catalog',
    feed,
    catalog,
    country: 'US',
    locale: 'en-US',
    productFilters: filters,
    additionalFields: { ...additionalFields, description: 'D' },
  },
  'catalog createReport': { ...whose, reportType: 'feed_issues', catalog, feed, resultId: '9' },
  'catalog deleteFeed': { ...whose, feed },
  'catalog deleteGroup': { ...whose, productGroup },
  'catalog findItems': { ...whose, itemIds: 'L-1,L-2', country: 'US', language: 'en-US', catalog },
  'catalog getFeed': { ...whose, feed },
  'catalog getFeedIssues': { ...whose, resultId: '9', ...paging, filters: { issue: 'TITLE_MISSING', itemNumbers: '0,5' } },
  'catalog getFeedResults': { ...whose, feed, ...paging },
  'catalog getFeeds': { ...whose, catalog, ...paging },
  'catalog getItemJob': { itemJobId: 'items_1' },
  'catalog getItemJobs': { account, ...paging },
  'catalog getItemResults': { itemJobId: 'items_1', ...paging, filters: { status: 'failed' } },
  'catalog getAll': { ...whose, ...paging },
  'catalog getGroup': { ...whose, productGroup },
  'catalog getGroupCounts': { ...whose, productGroup },
  'catalog getGroupProducts': { ...whose, productGroup, ...paging },
  'catalog getGroups': { ...whose, catalog, feed, ...paging },
  'catalog getReport': { ...whose, reportToken: 'token' },
  'catalog getReportStats': { ...whose, statsType: 'distribution_issues', catalog, feed, ...paging },
  'catalog ingestFeed': { ...whose, feed },
  'catalog sendItems': {
    ...whose,
    itemAction: 'update',
    itemId: 'L-1',
    country: 'US',
    language: 'en-US',
    attributesFrom: 'fields',
    attributes: Object.fromEntries(
      [
        'additional_image_link',
        'availability',
        'brand',
        'condition',
        'description',
        'google_product_category',
        'gtin',
        'image_link',
        'item_group_id',
        'link',
        'mpn',
        'price',
        'product_type',
        'sale_price',
        'title',
      ].map((name) => [name, 'https://shop.example.com/1']),
    ),
    attributesJson: '{}',
    catalog,
    options: { idempotencyKey: 'k', updateMask: 'price', waitForCompletion: true, waitLimit: 30 },
  },
  'catalog unwatchFeed': { ...whose, feed },
  'catalog updateFeed': {
    ...whose,
    feed,
    updateFields: { ...settings, feedFormat: 'TSV', location: 'https://shop.example.com/feed.tsv', name: 'N' },
  },
  'catalog updateGroup': { ...whose, productGroup, updateFields: { description: 'D', name: 'N', productFilters: filters } },
  'catalog watchFeed': { ...whose, feed },
};
