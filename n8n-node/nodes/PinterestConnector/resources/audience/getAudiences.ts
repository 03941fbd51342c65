import { accountField, accountOf } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { neededIdOf } from '../../shared/needed';
import { simplifyField } from '../../shared/simplify';
import { adAccountField } from './fields';
import { rowsOf } from './rows';

/** Lists audiences. */
export const getAudiences: Operation = {
  option: {
    name: 'Get Audiences',
    value: 'getAudiences',
    action: 'Get audiences',
    description: 'List the audiences that Pinterest knows of an ad account: what they did, and on whose pins',
  },
  fields: [adAccountField, accountField, simplifyField],

  run: async (node, item) =>
    await rowsOf(node, item, '/v1/audience-insights/audiences', {
      ...accountOf(node, item),
      ad_account_id: neededIdOf(node, item, 'adAccountId'),
    }),
};
