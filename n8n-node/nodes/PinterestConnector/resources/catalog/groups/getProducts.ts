import type { Operation } from '../../../shared/operation';
import { listAll, pagingFields } from '../../../shared/paging';
import { groupField, groupPath } from '../pickers';
import { ofAccount, whoseOf } from '../whose';

/** Lists the products of a group. */
export const getGroupProducts: Operation = {
  option: {
    name: 'Get Product Group Products',
    value: 'getGroupProducts',
    action: 'Get products of product group',
    description: 'List the products of a group, each with its pin',
  },
  fields: ofAccount(groupField, ...pagingFields),

  run: async (node, item) => await listAll(node, item, `${groupPath(node, item)}/products`, whoseOf(node, item)),
};
