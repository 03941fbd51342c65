import { accountField } from '../../shared/account';
import { soleAccount } from '../../shared/soleAccount';
import type { Operation } from '../../shared/operation';
import { simpleAccount, simplifyField } from '../../shared/simplify';
import { ask } from '../../shared/transport';

/** Stops an account. */
export const hold: Operation = {
  option: {
    name: 'Hold',
    value: 'hold',
    action: 'Hold account',
    description: 'Stop publishing for an account: its pins wait, and none fails',
  },
  fields: [accountField, simplifyField],

  async run(node, item) {
    const { body } = await ask(node, { method: 'POST', path: `/v1/accounts/${await soleAccount(node, item)}/hold`, item });
    return node.getNodeParameter('simplify', item) ? simpleAccount(body) : body;
  },
};
