import { accountField } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { soleAccount } from '../../shared/soleAccount';
import { ask } from '../../shared/transport';

/** Tells what to put on a website. */
export const getWebsiteCode: Operation = {
  option: {
    name: 'Get Website Code',
    value: 'getWebsiteCode',
    action: 'Get website code of account',
    description: 'Retrieve what to put on a website before it is claimed: a tag, a file or a DNS record',
  },
  fields: [accountField],

  run: async (node, item) => (await ask(node, { path: `/v1/accounts/${await soleAccount(node, item)}/websites/code`, item })).body,
};
