import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { idOf } from './text';

/** In whose name Pinterest is asked, where that is not the account itself. */
export const adAccountField: INodeProperties = {
  displayName: 'Additional Fields',
  name: 'additionalFields',
  type: 'collection',
  placeholder: 'Add Field',
  default: {},
  description: 'What few accounts need',
  options: [
    {
      displayName: 'Ad Account ID',
      name: 'adAccountId',
      type: 'string',
      default: '',
      placeholder: 'e.g. 549755885175',
      description: 'An ad account in which the account has a role: its owner is who Pinterest is asked as. Give a board by its ID then.',
    },
  ],
};

/** As the connector takes it; only what was added. */
export const adAccountOf = (node: IExecuteFunctions, item: number): IDataObject => ({
  ad_account_id: idOf(node, item, 'additionalFields.adAccountId') || undefined,
});
