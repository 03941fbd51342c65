import { accountOf, anyAccountField } from '../../../shared/account';
import type { Operation } from '../../../shared/operation';
import { listAll, pagingFields } from '../../../shared/paging';

/** Lists jobs of items. */
export const getItemJobs: Operation = {
  option: {
    name: 'Get Item Jobs',
    value: 'getItemJobs',
    action: 'Get many jobs of items',
    description: 'List the jobs that Send Items made, newest first',
  },
  fields: [anyAccountField, ...pagingFields],

  run: async (node, item) => await listAll(node, item, '/v1/catalogs/items', accountOf(node, item)),
};
