import type { INodeProperties } from 'n8n-workflow';

export const countryField: INodeProperties = {
  displayName: 'Country',
  name: 'country',
  type: 'string',
  default: 'US',
  required: true,
  placeholder: 'e.g. US',
  description: 'Where the items are sold',
};

export const languageField: INodeProperties = {
  displayName: 'Language',
  name: 'language',
  type: 'string',
  default: 'en-US',
  required: true,
  placeholder: 'e.g. en-US',
  description: 'In which language they are described, as Pinterest writes it',
};
