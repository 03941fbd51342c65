import { rangeField, rangeOf } from './range';
import { rowsOf } from './rows';
import { accountField, accountOf } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { simplifyField } from '../../shared/simplify';

/** Gets the numbers of an account. */
export const getAccount: Operation = {
  option: {
    name: 'Get Account Metrics',
    value: 'getAccount',
    action: 'Get metrics of account',
    description: 'Retrieve the impressions, saves and clicks of an account, by day or in total',
  },
  fields: [accountField, simplifyField, rangeField],

  run: async (node, item) => await rowsOf(node, item, '/v1/metrics/account', { ...accountOf(node, item), ...rangeOf(node, item) }),
};
