import { settingsFields, settingsOf } from './settings';
import { accountField } from '../../shared/account';
import { soleAccount } from '../../shared/soleAccount';
import type { Operation } from '../../shared/operation';
import { simpleAccount, simplifyField } from '../../shared/simplify';
import { textOf } from '../../shared/text';
import { ask } from '../../shared/transport';

/** Changes how an account publishes. */
export const update: Operation = {
  option: {
    name: 'Update',
    value: 'update',
    action: 'Update account',
    description: 'Change how an account publishes: pins a day, gaps, quiet hours and more. The API key needs the scope "admin".',
  },
  fields: [accountField, settingsFields, simplifyField],

  async run(node, item) {
    const { body } = await ask(node, {
      method: 'PATCH',
      path: `/v1/accounts/${await soleAccount(node, item)}`,
      body: { name: textOf(node, item, 'updateFields.name'), settings: settingsOf(node, item) },
      item,
    });
    return node.getNodeParameter('simplify', item) ? { ...simpleAccount(body), settings: body.settings } : body;
  },
};
