import type { INodeProperties } from 'n8n-workflow';
import { ages } from './choices';

export const regionField: INodeProperties = {
  displayName: 'Region',
  name: 'region',
  type: 'string',
  default: 'US',
  required: true,
  placeholder: 'e.g. US, GB+IE, DE+AT+CH',
  description: 'A country, or countries joined by +, as Pinterest lists them',
};

export const adAccountField: INodeProperties = {
  displayName: 'Ad Account ID',
  name: 'adAccountId',
  type: 'string',
  default: '',
  required: true,
  placeholder: 'e.g. 549755885175',
  description: "The digits in the address of Pinterest's Ads Manager",
};

export const agesField: INodeProperties = {
  displayName: 'Ages',
  name: 'ages',
  type: 'multiOptions',
  default: [],
  options: ages,
  description: 'Only among these ages',
};
