import type { Operation } from '../../../shared/operation';
import { ask } from '../../../shared/transport';
import { deleted, groupField, groupPath } from '../pickers';
import { ofAccount, whoseOf } from '../whose';

/** Deletes a group of products. */
export const deleteGroup: Operation = {
  option: {
    name: 'Delete Product Group',
    value: 'deleteGroup',
    action: 'Delete product group',
    description: 'Delete a group of products; the products stay',
  },
  fields: ofAccount(groupField),

  async run(node, item) {
    await ask(node, { method: 'DELETE', path: groupPath(node, item), query: whoseOf(node, item), item });
    return deleted(node, item, 'productGroup');
  },
};
