import { accountField } from '../../shared/account';
import { soleAccount } from '../../shared/soleAccount';
import type { Operation } from '../../shared/operation';
import { simpleAccount, simplifyField } from '../../shared/simplify';
import { ask } from '../../shared/transport';

/** Lets an account go on. */
export const resume: Operation = {
  option: {
    name: 'Resume',
    value: 'resume',
    action: 'Resume account',
    description: 'Go on publishing for a held account, at its pace',
  },
  fields: [accountField, simplifyField],

  async run(node, item) {
    const { body } = await ask(node, { method: 'POST', path: `/v1/accounts/${await soleAccount(node, item)}/resume`, item });
    return node.getNodeParameter('simplify', item) ? simpleAccount(body) : body;
  },
};
