import { accountField } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { soleAccount } from '../../shared/soleAccount';
import { ask } from '../../shared/transport';

/** Tells what Pinterest says of an account. */
export const getProfile: Operation = {
  option: {
    name: 'Get Profile',
    value: 'getProfile',
    action: 'Get profile of account',
    description: 'Retrieve how many follow an account, and how many boards and pins it has',
  },
  fields: [accountField],

  run: async (node, item) => (await ask(node, { path: `/v1/accounts/${await soleAccount(node, item)}/profile`, item })).body,
};
