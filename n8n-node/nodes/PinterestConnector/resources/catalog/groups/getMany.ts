import type { Operation } from '../../../shared/operation';
import { listAll, pagingFields } from '../../../shared/paging';
import { anyCatalogField, anyFeedField, catalogOf, feedOf } from '../pickers';
import { ofAccount, whoseOf } from '../whose';

/** Lists groups of products. */
export const getGroups: Operation = {
  option: {
    name: 'Get Product Groups',
    value: 'getGroups',
    action: 'Get many product groups',
    description: "List the account's groups of products",
  },
  fields: ofAccount(anyCatalogField, anyFeedField, ...pagingFields),

  async run(node, item) {
    const of = { catalog: catalogOf(node, item), feed: feedOf(node, item) };
    return await listAll(node, item, '/v1/catalogs/groups', { ...whoseOf(node, item), ...of });
  },
};
