const account = { mode: 'id', value: 'acc_1' };

/** The same of the operations about words and audiences. */
export const audience = {
  'audience findKeywords': { terms: 'desk lamp,home office', keywordKind: 'related', account, simplify: true },
  'audience getAudiences': { adAccountId: '549755885175', account, simplify: true },
  'audience getCategories': {
    region: 'GB+IE',
    account,
    simplify: true,
    filters: { ages: ['18-24', '65+'], engagement: 'save', genders: ['female'], verticals: ['fashion', 'beauty'] },
  },
  'audience getInsights': { adAccountId: '549755885175', audience: 'your_engaged_audience', account, simplify: true },
  'audience getTopics': { region: 'US', interest: 'home_decor', account, simplify: true },
  'audience getTrends': {
    region: 'DE+AT+CH',
    trendType: 'seasonal',
    account,
    limit: 50,
    simplify: true,
    filters: {
      ages: ['18-24'],
      genders: ['unknown'],
      granularity: 'week',
      interests: ['art', 'home_decor'],
      together: true,
      words: 'lamp,light',
    },
  },
};
