import { byId } from '../node.mjs';
import * as samples from '../samples.mjs';

export const rows = [
  [
    'audience findKeywords',
    { terms: 'desk lamp, home office' },
    ['GET /v1/keywords', { terms: 'desk lamp, home office', kind: 'related' }],
    samples.keywords(),
    [{ term: 'lamp', keyword: 'lamp ideas', rank: 1 }],
  ],
  [
    'audience findKeywords',
    { terms: ['desk lamp', 'home office'], account: byId },
    ['GET /v1/keywords', { account_id: 'acc_1', terms: 'desk lamp,home office', kind: 'related' }],
    samples.keywords(),
    [{ keyword: 'lamp ideas' }],
  ],
  [
    'audience getTrends',
    { region: 'DE+AT+CH', filters: { interests: ['art', 'home_decor'] } },
    ['GET /v1/trends', { region: 'DE+AT+CH', type: 'growing', limit: 50, interests: 'art,home_decor' }],
    samples.trends(),
    [
      { rank: 1, growth_year: null },
      { rank: 2, keyword: 'art lamps' },
    ],
  ],
  [
    'audience getTrends',
    { filters: { interests: 'art, home_decor', ages: '18-24', genders: [], granularity: 'week', together: true } },
    [
      'GET /v1/trends',
      { region: 'US', type: 'growing', limit: 50, interests: 'art,home_decor', ages: '18-24', granularity: 'week', together: true },
    ],
    samples.trends(),
    [{ rank: 1 }, { rank: 2 }],
  ],
  [
    'audience getTopics',
    { interest: 'home_decor' },
    ['GET /v1/trends/topics', { region: 'US', interest: 'home_decor' }],
    samples.topics(),
    [{ title: 'cosy corners', related_searches: ['cosy corner ideas'] }],
  ],
  [
    'audience getCategories',
    { filters: { engagement: 'save' } },
    ['GET /v1/trends/product-categories', { region: 'US', engagement: 'save' }],
    samples.categories(),
    [{ category: 'accent_tables' }],
  ],
  [
    'audience getCategories',
    { filters: { verticals: 'beauty,fashion', ages: ['18-24', '65+'] } },
    ['GET /v1/trends/product-categories', { region: 'US', verticals: 'beauty,fashion', ages: '18-24,65+' }],
    samples.categories(),
    [{ category: 'accent_tables' }],
  ],
  [
    'audience getInsights',
    { adAccountId: '54' },
    ['GET /v1/audience-insights', { ad_account_id: '54', audience: 'your_total_audience' }],
    samples.audience(),
    [{ group: 'age', ratio: 0.3 }],
  ],
  [
    'audience getAudiences',
    { adAccountId: '54' },
    ['GET /v1/audience-insights/audiences', { ad_account_id: '54' }],
    samples.audiences(),
    [{ scope: 'partner' }],
  ],
  ['account getProfile', { account: byId }, ['GET /v1/accounts/acc_1/profile'], samples.profile(), [{ followers: 12 }]],
  [
    'account getBusinesses',
    { account: byId },
    ['GET /v1/accounts/acc_1/businesses'],
    { items: [{ username: 'shop', image_url: null }] },
    [{ username: 'shop' }],
  ],
  [
    'account getWebsites',
    { account: byId },
    ['GET /v1/accounts/acc_1/websites', { limit: 50 }],
    samples.page([samples.website()]),
    [{ address: 'shop.example.com', verified: true }],
  ],
  ['account getWebsiteCode', { account: byId }, ['GET /v1/accounts/acc_1/websites/code'], samples.websiteCode(), [{ code: 'abc' }]],
  [
    'account claimWebsite',
    { account: byId, website: ' shop.example.com ' },
    ['POST /v1/accounts/acc_1/websites', {}, { website: 'shop.example.com', method: 'metatag' }],
    samples.website(),
    [{ verified: true }],
  ],
  [
    'metric getTopVideos',
    { limit: 3 },
    ['GET /v1/metrics/top-videos', { sort_by: 'video_views', limit: 3 }],
    samples.table(),
    [{ impressions: 12 }],
  ],
];
