import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { textOf } from '../../../shared/text';
import { wrong } from '../../../shared/value';

export const formatField: INodeProperties = {
  displayName: 'Format',
  name: 'feedFormat',
  type: 'options',
  default: 'CSV',
  options: [
    { name: 'CSV', value: 'CSV' },
    { name: 'TSV', value: 'TSV' },
    { name: 'XML', value: 'XML' },
  ],
  description: 'How the file is written',
};

export const locationField: INodeProperties = {
  displayName: 'File URL',
  name: 'location',
  type: 'string',
  default: '',
  placeholder: 'e.g. https://shop.example.com/feed.csv',
  description: 'Where Pinterest fetches the file: an http, https, ftp or sftp address that is reachable from the internet',
};

/** What may be said of a feed, and changed later. */
export const settingFields: INodeProperties[] = [
  {
    displayName: 'Catalog Type',
    name: 'catalogType',
    type: 'options',
    default: 'RETAIL',
    options: [
      { name: 'Creative Assets', value: 'CREATIVE_ASSETS' },
      { name: 'Hotel', value: 'HOTEL' },
      { name: 'Retail', value: 'RETAIL' },
    ],
    description: 'Of which type its catalog is; retail if left out',
  },
  {
    displayName: 'Default Availability',
    name: 'defaultAvailability',
    type: 'options',
    default: 'IN_STOCK',
    options: [
      { name: 'In Stock', value: 'IN_STOCK' },
      { name: 'Out of Stock', value: 'OUT_OF_STOCK' },
      { name: 'Preorder', value: 'PREORDER' },
    ],
    description: 'Of products for which the file does not say it',
  },
  {
    displayName: 'Default Currency',
    name: 'defaultCurrency',
    type: 'string',
    default: '',
    placeholder: 'e.g. USD',
    description: 'The currency of prices without one',
  },
  {
    displayName: 'Password',
    name: 'password',
    type: 'string',
    typeOptions: { password: true },
    default: '',
    description: 'Passed on to Pinterest, and kept nowhere in the connector. Goes together with Username.',
  },
  {
    displayName: 'Schedule Time',
    name: 'scheduleTime',
    type: 'string',
    default: '',
    placeholder: 'e.g. 02:30',
    description: 'When Pinterest is to process it each day; Pinterest chooses if left out',
  },
  {
    displayName: 'Schedule Time Zone',
    name: 'scheduleTimezone',
    type: 'string',
    default: '',
    placeholder: 'e.g. Europe/Berlin',
    description: 'In which time zone Schedule Time is; that of the workflow if left out',
  },
  {
    displayName: 'Status',
    name: 'feedStatus',
    type: 'options',
    default: 'ACTIVE',
    options: [
      { name: 'Active', value: 'ACTIVE' },
      { name: 'Inactive', value: 'INACTIVE', description: 'Pinterest does not process it' },
    ],
    description: 'Whether Pinterest processes it each day',
  },
  {
    displayName: 'Username',
    name: 'username',
    type: 'string',
    default: '',
    description: 'For a file that needs a login. Goes together with Password.',
  },
];

/** The same as the connector takes it, out of a collection. */
export function settingsOf(node: IExecuteFunctions, item: number, from: string): IDataObject {
  const text = (name: string) => textOf(node, item, `${from}.${name}`);
  const [time, zone, username, password] = ['scheduleTime', 'scheduleTimezone', 'username', 'password'].map(text);
  if (zone && !time)
    throw wrong(node, item, 'Schedule Time is empty', 'Give a time such as 02:30 as well, or leave out Schedule Time Zone.');
  if (Boolean(username) !== Boolean(password))
    throw wrong(node, item, 'Username and Password go together', 'Give both, or neither where the file needs no login.');
  return {
    catalog_type: text('catalogType'),
    default_availability: text('defaultAvailability'),
    default_currency: text('defaultCurrency').toUpperCase(),
    status: text('feedStatus'),
    preferred_processing_schedule: time ? { time, timezone: zone || node.getTimezone() } : undefined,
    credentials: username ? { username, password } : undefined,
  };
}
