import { jsonOf } from '../../../shared/json';
import type { Operation } from '../../../shared/operation';
import { textOf } from '../../../shared/text';
import { ask } from '../../../shared/transport';
import { groupField, groupPath } from '../pickers';
import { ofAccount, whoseOf } from '../whose';
import { advice, filtersField } from './filters';

/** Changes a group of products. */
export const updateGroup: Operation = {
  option: {
    name: 'Update Product Group',
    value: 'updateGroup',
    action: 'Update product group',
    description: 'Change the name, the description or the products of a group',
  },
  fields: ofAccount(groupField, {
    displayName: 'Update Fields',
    name: 'updateFields',
    type: 'collection',
    placeholder: 'Add Field',
    default: {},
    description: 'What changes; everything else stays as it is',
    options: [
      { displayName: 'Description', name: 'description', type: 'string', default: '', description: 'What the group is for' },
      { displayName: 'Name', name: 'name', type: 'string', default: '', description: 'What no other group is called' },
      filtersField,
    ],
  }),

  async run(node, item) {
    const body = {
      name: textOf(node, item, 'updateFields.name'),
      description: textOf(node, item, 'updateFields.description'),
      filters: jsonOf(node, item, 'updateFields.productFilters', advice),
    };
    return (await ask(node, { method: 'PATCH', path: groupPath(node, item), query: whoseOf(node, item), body, item })).body;
  },
};
