import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../shared/operation';
import { simpleAccount, simplifyField } from '../../shared/simplify';
import { ask } from '../../shared/transport';

/** Lists the accounts; there are few, so all of them come. */
export const getAll: Operation = {
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many accounts',
    description: 'List the connected Pinterest accounts and their state',
  },
  fields: [simplifyField],

  async run(node, item) {
    const { body } = await ask<{ items: IDataObject[] }>(node, { path: '/v1/accounts', item });
    return node.getNodeParameter('simplify', item) ? body.items.map(simpleAccount) : body.items;
  },
};
