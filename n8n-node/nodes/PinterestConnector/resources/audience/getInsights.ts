import { accountField, accountOf } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { neededIdOf } from '../../shared/needed';
import { simplifyField } from '../../shared/simplify';
import { adAccountField } from './fields';
import { rowsOf } from './rows';

/** Tells what an audience is like. */
export const getInsights: Operation = {
  option: {
    name: 'Get Insights',
    value: 'getInsights',
    action: 'Get insights of audience',
    description: 'Retrieve the interests, ages, genders, countries and devices of the audience of an ad account',
  },
  fields: [
    adAccountField,
    {
      displayName: 'Audience',
      name: 'audience',
      type: 'options',
      default: 'your_total_audience',
      options: [
        { name: 'All of Pinterest', value: 'pinterest_total_audience' },
        { name: 'Your Engaged Audience', value: 'your_engaged_audience' },
        { name: 'Your Total Audience', value: 'your_total_audience' },
      ],
      description: 'Whose insights',
    },
    accountField,
    simplifyField,
  ],

  async run(node, item) {
    const query = { ad_account_id: neededIdOf(node, item, 'adAccountId'), audience: node.getNodeParameter('audience', item) as string };
    return await rowsOf(node, item, '/v1/audience-insights', { ...accountOf(node, item), ...query });
  },
};
