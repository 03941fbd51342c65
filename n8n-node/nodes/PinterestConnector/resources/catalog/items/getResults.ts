import type { Operation } from '../../../shared/operation';
import { listAll, pagingFields } from '../../../shared/paging';
import { jobIdField, jobPath } from './jobId';

/** Lists what became of each item. */
export const getItemResults: Operation = {
  option: {
    name: 'Get Item Results',
    value: 'getItemResults',
    action: 'Get results of items',
    description: 'List what became of each item of a job, and what to do about those that failed',
  },
  fields: [
    jobIdField,
    ...pagingFields,
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add Filter',
      default: {},
      description: 'Which items to list',
      options: [
        {
          displayName: 'Status',
          name: 'status',
          type: 'options',
          default: 'failed',
          options: [
            { name: 'Failed', value: 'failed' },
            { name: 'Not Sent', value: 'not_sent' },
            { name: 'Succeeded', value: 'succeeded' },
            { name: 'Unconfirmed', value: 'unconfirmed' },
            { name: 'Waiting', value: 'waiting' },
          ],
          description: 'Only items of which that became',
        },
      ],
    },
  ],

  async run(node, item) {
    const status = node.getNodeParameter('filters.status', item, '') as string;
    return await listAll(node, item, `${jobPath(node, item)}/results`, { status });
  },
};
