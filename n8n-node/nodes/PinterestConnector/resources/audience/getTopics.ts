import { accountField, accountOf } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { simplifyField } from '../../shared/simplify';
import { textOf } from '../../shared/text';
import { topicInterests } from './choices';
import { regionField } from './fields';
import { rowsOf } from './rows';

/** Lists topics that trend. */
export const getTopics: Operation = {
  option: {
    name: 'Get Trending Topics',
    value: 'getTopics',
    action: 'Get trending topics',
    description: 'List the topics that trend in a region, and what people search who are interested',
  },
  fields: [
    { ...regionField, description: 'US, GB+IE or CA' },
    {
      displayName: 'Interest',
      name: 'interest',
      type: 'options',
      default: 'all',
      options: [{ name: 'All', value: 'all' }, ...topicInterests],
      description: 'Only topics of this interest',
    },
    accountField,
    simplifyField,
  ],

  async run(node, item) {
    const query = { region: textOf(node, item, 'region'), interest: node.getNodeParameter('interest', item) as string };
    return await rowsOf(node, item, '/v1/trends/topics', { ...accountOf(node, item), ...query });
  },
};
