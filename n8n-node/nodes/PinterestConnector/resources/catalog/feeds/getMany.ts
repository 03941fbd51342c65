import type { Operation } from '../../../shared/operation';
import { listAll, pagingFields } from '../../../shared/paging';
import { anyCatalogField, catalogOf } from '../pickers';
import { ofAccount, whoseOf } from '../whose';

/** Lists feeds. */
export const getFeeds: Operation = {
  option: {
    name: 'Get Feeds',
    value: 'getFeeds',
    action: 'Get many feeds of products',
    description: "List the account's feeds of products, and how each is watched",
  },
  fields: ofAccount(anyCatalogField, ...pagingFields),

  run: async (node, item) => await listAll(node, item, '/v1/catalogs/feeds', { ...whoseOf(node, item), catalog: catalogOf(node, item) }),
};
