import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { idOf } from './text';

/** Which account an operation is about. */
export const accountField: INodeProperties = {
  displayName: 'Account',
  name: 'account',
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  description:
    'The Pinterest account, by its connector ID (acc_…). Needed when several accounts are connected; leave it empty when there is only one.',
  hint: 'Leave empty if only one account is connected',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select an account…',
      typeOptions: { searchListMethod: 'searchAccounts', searchable: true },
    },
    {
      displayName: 'By ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. acc_01JD…',
      validation: [{ type: 'regex', properties: { regex: '^acc_\\w+$', errorMessage: 'An account ID of the connector starts with acc_' } }],
    },
  ],
};

/** The same for what may be about all accounts. */
export const anyAccountField: INodeProperties = {
  ...accountField,
  description: 'Only this account, by its connector ID (acc_…). Leave it empty for all accounts.',
  hint: 'Leave empty for all accounts',
};

/** As the connector takes it: nothing when none was chosen. */
export function accountOf(node: IExecuteFunctions, item: number): IDataObject {
  return { account_id: idOf(node, item, 'account') || undefined };
}
