import { accountField } from '../../shared/account';
import { soleAccount } from '../../shared/soleAccount';
import type { Operation } from '../../shared/operation';
import { simpleAccount, simplifyField } from '../../shared/simplify';
import { ask } from '../../shared/transport';

/** Gets one account. */
export const get: Operation = {
  option: {
    name: 'Get',
    value: 'get',
    action: 'Get account',
    description: 'Retrieve an account: whether it is active, held, or must be connected again',
  },
  fields: [accountField, simplifyField],

  async run(node, item) {
    const { body } = await ask(node, { path: `/v1/accounts/${await soleAccount(node, item)}`, item });
    return node.getNodeParameter('simplify', item) ? simpleAccount(body) : body;
  },
};
