import type { INodeProperties } from 'n8n-workflow';
import { accountField } from '../../shared/account';

/** What is asked about a source that is set up. */
export const createFields: INodeProperties[] = [
  accountField,
  {
    displayName: 'URL',
    name: 'url',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. https://shop.example.com/products.json',
    description: 'The public address of a feed, a sitemap with pictures, the list of products of a Shopify shop, or a merchant feed',
  },
  {
    displayName: 'First Run Takes',
    name: 'start',
    type: 'options',
    default: 'new_only',
    options: [
      { name: 'Everything', value: 'all', description: 'Each item that is there becomes a pin' },
      { name: 'New Items Only', value: 'new_only', description: 'Only items that appear later become pins' },
      { name: 'What Is New Since', value: 'since', description: 'Items that say they were published or changed since a time' },
    ],
    description: 'How far back the first run goes',
  },
  {
    displayName: 'Since',
    name: 'since',
    type: 'dateTime',
    default: '',
    required: true,
    displayOptions: { show: { start: ['since'] } },
    description: 'Items that are older, or have no date, make no pin',
  },
  {
    displayName: 'Board Name or ID',
    name: 'sourceBoard',
    type: 'string',
    default: '',
    placeholder: 'e.g. Home decor',
    description: 'The board of items for which neither the file nor a rule of the mapping says one; "Board / Section" names a section',
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add Option',
    default: {},
    description: 'More about the source',
    options: [
      {
        displayName: 'Check Every (Seconds)',
        name: 'checkEvery',
        type: 'number',
        typeOptions: { minValue: 300, maxValue: 604800 },
        default: 3600,
        description: 'How often it is looked at: from five minutes to a week',
      },
      {
        displayName: 'Map',
        name: 'map',
        type: 'json',
        default: '{}',
        description: 'What is which in the file, as JSON, instead of the mapping of the account',
      },
      {
        displayName: 'Publish Without Approval, Accepted By',
        name: 'acceptedBy',
        type: 'string',
        default: '',
        placeholder: 'e.g. ana@example.com',
        description:
          'The name or e-mail address of the person who takes upon himself that everything in this source is published without that ' +
          'anybody looks at it. Pinterest wants each pin to be chosen by a person. Empty: each pin awaits approval.',
      },
    ],
  },
];
