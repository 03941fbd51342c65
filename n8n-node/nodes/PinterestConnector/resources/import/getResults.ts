import { importIdField, importPath } from './importId';
import type { Operation } from '../../shared/operation';
import { listAll, pagingFields } from '../../shared/paging';

/** Lists what became of each row. */
export const getResults: Operation = {
  option: {
    name: 'Get Results',
    value: 'getResults',
    action: 'Get results of import',
    description: 'List what became of each row of an import: its pin, or what is wrong with it',
  },
  fields: [
    importIdField,
    ...pagingFields,
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add Filter',
      default: {},
      description: 'Which rows to list',
      options: [
        {
          displayName: 'Status',
          name: 'status',
          type: 'options',
          default: 'failed',
          options: [
            { name: 'Created', value: 'created' },
            { name: 'Existing', value: 'existing' },
            { name: 'Failed', value: 'failed' },
            { name: 'Skipped', value: 'skipped' },
          ],
          description: 'Only rows of which that became',
        },
      ],
    },
  ],

  async run(node, item) {
    return await listAll(node, item, `${importPath(node, item)}/results`, {
      status: node.getNodeParameter('filters.status', item, '') as string,
    });
  },
};
