import type { INodeProperties } from 'n8n-workflow';
import { accountField } from '../../shared/account';

const formats = [
  { name: 'Atom', value: 'atom' },
  { name: 'CSV or TSV', value: 'csv' },
  { name: 'Google Merchant (XML)', value: 'merchant_xml' },
  { name: 'JSON', value: 'json' },
  { name: 'NDJSON', value: 'ndjson' },
  { name: 'Pinterest Bulk Upload', value: 'pinterest_csv' },
  { name: 'RSS', value: 'rss' },
  { name: 'Shopify Export', value: 'shopify_csv' },
  { name: 'Shopify products.json', value: 'shopify_json' },
  { name: 'Sitemap with Pictures', value: 'sitemap' },
  { name: 'WooCommerce Export', value: 'woocommerce_csv' },
];

/** What is asked about a file that is imported. */
export const importFields: INodeProperties[] = [
  accountField,
  {
    displayName: 'File From',
    name: 'importSource',
    type: 'options',
    default: 'url',
    options: [
      { name: 'Input File', value: 'binary', description: 'A file of the input item' },
      { name: 'URL', value: 'url', description: 'An address that the connector fetches' },
    ],
    description: 'Where the file comes from',
  },
  {
    displayName: 'URL',
    name: 'url',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. https://shop.example.com/products.json',
    displayOptions: { show: { importSource: ['url'] } },
    description: 'The public address of a table or a feed',
  },
  {
    displayName: 'Input Data Field Name',
    name: 'binaryField',
    type: 'string',
    default: 'data',
    required: true,
    displayOptions: { show: { importSource: ['binary'] } },
    hint: 'The name of the input field with the file',
    description: 'The input field that has the file',
  },
  {
    displayName: 'Board Name or ID',
    name: 'importBoard',
    type: 'string',
    default: '',
    placeholder: 'e.g. Home decor',
    description: 'The board of rows for which neither the file nor a rule of the mapping says one; "Board / Section" names a section',
  },
  {
    displayName: 'Dry Run',
    name: 'dryRun',
    type: 'boolean',
    default: false,
    description: 'Whether to only show what each row would become, without making any pin',
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add Option',
    default: {},
    description: 'More about the file',
    options: [
      {
        displayName: 'Format',
        name: 'format',
        type: 'options',
        default: 'csv',
        options: formats,
        description: 'What kind of file it is; found out if left out',
      },
      {
        displayName: 'Idempotency Key',
        name: 'idempotencyKey',
        type: 'string',
        default: '',
        description: 'The same key with the same file gives the same import. Rows make no second pin without it either.',
      },
      {
        displayName: 'Map',
        name: 'map',
        type: 'json',
        default: '{}',
        description: 'What is which in a file from a URL, as JSON, instead of the mapping of the account',
      },
      {
        displayName: 'Name',
        name: 'name',
        type: 'string',
        default: '',
        description: 'What the import is called; the name of the file if left out',
      },
    ],
  },
];
