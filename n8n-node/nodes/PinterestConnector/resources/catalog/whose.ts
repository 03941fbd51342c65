import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { accountField, accountOf } from '../../shared/account';
import { adAccountOf } from '../../shared/adAccount';

const adAccountId: INodeProperties = {
  displayName: 'Ad Account ID',
  name: 'adAccountId',
  type: 'string',
  default: '',
  placeholder: 'e.g. 549755885175',
  description: 'An ad account in which the account has a role: its owner is who Pinterest is asked as',
};

/** In whose name Pinterest is asked, and what else may be said. */
export const additionalField = (...more: INodeProperties[]): INodeProperties => ({
  displayName: 'Additional Fields',
  name: 'additionalFields',
  type: 'collection',
  placeholder: 'Add Field',
  default: {},
  description: 'What few need',
  options: [adAccountId, ...more].sort((one, other) => one.displayName.localeCompare(other.displayName)),
});

/** The fields above what an operation asks itself, and below it. */
export const ofAccount = (...fields: INodeProperties[]): INodeProperties[] => [accountField, ...fields, additionalField()];

/** As the connector takes it, in the address of the request. */
export const whoseOf = (node: IExecuteFunctions, item: number): IDataObject => ({ ...accountOf(node, item), ...adAccountOf(node, item) });
