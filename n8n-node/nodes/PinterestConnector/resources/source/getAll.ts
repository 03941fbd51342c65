import { accountOf, anyAccountField } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { listAll, pagingFields } from '../../shared/paging';

/** Lists sources. */
export const getAll: Operation = {
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many sources',
    description: 'List the sources that are watched: when each is looked at next, what was wrong last, what became of its items',
  },
  fields: [anyAccountField, ...pagingFields],

  async run(node, item) {
    return await listAll(node, item, '/v1/sources', accountOf(node, item));
  },
};
