/** What people search, what an audience is like, and what Pinterest says of an account. */
export const keywords = () => ({ items: [{ term: 'lamp', keyword: 'lamp ideas', rank: 1 }], kind: 'related' });

export const trends = () => ({
  items: [
    { rank: 1, keyword: 'summer lamps', growth_week: 12, growth_month: 40, growth_year: null, week_ending: null, volume: null },
    { rank: 2, keyword: 'art lamps', growth_week: 1, growth_month: 4, growth_year: -5, week_ending: null, volume: null },
  ],
  region: 'US',
  type: 'growing',
});

export const topics = () => ({
  items: [
    {
      interest: 'home_decor',
      rank: 1,
      title: 'cosy corners',
      description: null,
      growth_month: 30,
      related_searches: ['cosy corner ideas'],
      related_interests: [],
    },
  ],
  region: 'US',
});

export const categories = () => ({
  items: [{ rank: 1, category: 'accent_tables', growth_month: 9, relative_volume: 40, engagement: 'save', verticals: ['home_decor'] }],
  region: 'US',
});

export const audience = () => ({
  items: [{ group: 'age', key: '18-24', name: '18-24', within: null, ratio: 0.3, index: null }],
  audience: 'your_total_audience',
  date: '2026-11-20',
  size: 10000,
  size_is_upper_bound: true,
});

export const audiences = () => ({ items: [{ scope: 'partner', type: 'impression', date: null }] });

export const profile = () => ({
  account_id: 'acc_1',
  username: 'shop',
  account_type: 'business',
  business_name: null,
  followers: 12,
  following: 3,
  boards: 4,
  pins: 5,
  monthly_views: null,
});

export const website = () => ({ address: 'shop.example.com', verified: true, status: 'success', verified_at: null });

export const websiteCode = () => ({ code: 'abc', metatag: '<meta>', filename: 'a.html', file_content: '<meta>', dns_txt_record: 'abc' });
