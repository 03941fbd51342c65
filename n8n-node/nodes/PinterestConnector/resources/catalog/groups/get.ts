import type { Operation } from '../../../shared/operation';
import { ask } from '../../../shared/transport';
import { groupField, groupPath } from '../pickers';
import { ofAccount, whoseOf } from '../whose';

/** Gets a group of products. */
export const getGroup: Operation = {
  option: {
    name: 'Get Product Group',
    value: 'getGroup',
    action: 'Get product group',
    description: 'Retrieve a group of products: whose it is, and which products are in it',
  },
  fields: ofAccount(groupField),

  async run(node, item) {
    return (await ask(node, { path: groupPath(node, item), query: whoseOf(node, item), item })).body;
  },
};
