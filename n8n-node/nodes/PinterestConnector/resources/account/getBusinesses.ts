import type { IDataObject } from 'n8n-workflow';
import { accountField } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { soleAccount } from '../../shared/soleAccount';
import { ask } from '../../shared/transport';

/** Lists linked business accounts. */
export const getBusinesses: Operation = {
  option: {
    name: 'Get Businesses',
    value: 'getBusinesses',
    action: 'Get businesses of account',
    description: 'List the business accounts on Pinterest that are linked with an account',
  },
  fields: [accountField],

  async run(node, item) {
    const path = `/v1/accounts/${await soleAccount(node, item)}/businesses`;
    return (await ask<{ items: IDataObject[] }>(node, { path, item })).body.items;
  },
};
