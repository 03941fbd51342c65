import { accountField } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { listAll, pagingFields } from '../../shared/paging';
import { soleAccount } from '../../shared/soleAccount';

/** Lists websites. */
export const getWebsites: Operation = {
  option: {
    name: 'Get Websites',
    value: 'getWebsites',
    action: 'Get websites of account',
    description: 'List the websites of an account, and which of them Pinterest knows as its own',
  },
  fields: [accountField, ...pagingFields],

  run: async (node, item) => await listAll(node, item, `/v1/accounts/${await soleAccount(node, item)}/websites`),
};
