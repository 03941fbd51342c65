import type { Operation } from '../../../shared/operation';
import { listAll, pagingFields } from '../../../shared/paging';
import { feedField, feedPath } from '../pickers';
import { ofAccount, whoseOf } from '../whose';

/** Lists how the processings of a feed went. */
export const getFeedResults: Operation = {
  option: {
    name: 'Get Feed Results',
    value: 'getFeedResults',
    action: 'Get results of feed',
    description: 'List how the processings of a feed went, newest first: how many products were taken, what is wrong and what to do',
  },
  fields: ofAccount(feedField, ...pagingFields),

  run: async (node, item) => await listAll(node, item, `${feedPath(node, item)}/results`, whoseOf(node, item)),
};
