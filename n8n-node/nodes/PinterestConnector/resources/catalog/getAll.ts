import type { Operation } from '../../shared/operation';
import { listAll, pagingFields } from '../../shared/paging';
import { ofAccount, whoseOf } from './whose';

/** Lists catalogs. */
export const getAll: Operation = {
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many catalogs',
    description: "List the account's catalogs of products on Pinterest",
  },
  fields: ofAccount(...pagingFields),

  run: async (node, item) => await listAll(node, item, '/v1/catalogs', whoseOf(node, item)),
};
