import { rangeOf, totalsField } from './range';
import { rowsOf } from './rows';
import { accountField, accountOf } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { simplifyField } from '../../shared/simplify';

/** Gets the best videos of an account. */
export const getTopVideos: Operation = {
  option: {
    name: 'Get Top Videos',
    value: 'getTopVideos',
    action: 'Get top videos of account',
    description: 'Retrieve the best videos of an account with their numbers, best first',
  },
  fields: [
    accountField,
    {
      displayName: 'Sort By',
      name: 'sortBy',
      type: 'options',
      default: 'video_views',
      options: [
        { name: 'Impressions', value: 'impressions' },
        { name: 'Outbound Clicks', value: 'outbound_clicks' },
        { name: 'Saves', value: 'saves' },
        { name: 'Video Views', value: 'video_views' },
        { name: 'Watch Time', value: 'video_watch_time' },
      ],
      description: 'What makes a video the best',
    },
    {
      displayName: 'Limit',
      name: 'limit',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 50 },
      default: 50,
      description: 'Max number of results to return',
    },
    simplifyField,
    totalsField,
  ],

  async run(node, item) {
    const query = { sort_by: node.getNodeParameter('sortBy', item) as string, limit: node.getNodeParameter('limit', item) as number };
    return await rowsOf(node, item, '/v1/metrics/top-videos', { ...accountOf(node, item), ...query, ...rangeOf(node, item) });
  },
};
