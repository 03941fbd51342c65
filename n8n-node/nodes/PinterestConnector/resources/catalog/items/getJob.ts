import type { Operation } from '../../../shared/operation';
import { ask } from '../../../shared/transport';
import { jobIdField, jobPath } from './jobId';

/** Gets a job of items as it is now. */
export const getItemJob: Operation = {
  option: {
    name: 'Get Item Job',
    value: 'getItemJob',
    action: 'Get job of items',
    description: 'Retrieve how far a job of items is, what it waits for, and how many items succeeded and failed',
  },
  fields: [jobIdField],

  run: async (node, item) => (await ask(node, { path: jobPath(node, item), item })).body,
};
