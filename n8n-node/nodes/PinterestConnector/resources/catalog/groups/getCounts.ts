import type { Operation } from '../../../shared/operation';
import { ask } from '../../../shared/transport';
import { groupField, groupPath } from '../pickers';
import { ofAccount, whoseOf } from '../whose';

/** Counts the products of a group. */
export const getGroupCounts: Operation = {
  option: {
    name: 'Get Product Group Counts',
    value: 'getGroupCounts',
    action: 'Get counts of product group',
    description: 'Retrieve how many products a group has, and how many of them are in stock',
  },
  fields: ofAccount(groupField),

  async run(node, item) {
    return (await ask(node, { path: `${groupPath(node, item)}/counts`, query: whoseOf(node, item), item })).body;
  },
};
