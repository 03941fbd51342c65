import { rangeOf, totalsField } from './range';
import { rowsOf } from './rows';
import { accountField, accountOf } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { simplifyField } from '../../shared/simplify';

/** Gets the best pins of an account. */
export const getTopPins: Operation = {
  option: {
    name: 'Get Top Pins',
    value: 'getTopPins',
    action: 'Get top pins of account',
    description: 'Retrieve the best pins of an account with their numbers, best first',
  },
  fields: [
    accountField,
    {
      displayName: 'Sort By',
      name: 'sortBy',
      type: 'options',
      default: 'impressions',
      options: [
        { name: 'Engagements', value: 'engagements' },
        { name: 'Impressions', value: 'impressions' },
        { name: 'Outbound Clicks', value: 'outbound_clicks' },
        { name: 'Pin Clicks', value: 'pin_clicks' },
        { name: 'Saves', value: 'saves' },
      ],
      description: 'What makes a pin the best',
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
    return await rowsOf(node, item, '/v1/metrics/top-pins', { ...accountOf(node, item), ...query, ...rangeOf(node, item) });
  },
};
