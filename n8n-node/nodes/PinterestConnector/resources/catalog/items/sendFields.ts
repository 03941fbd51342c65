import type { INodeProperties } from 'n8n-workflow';
import { accountField } from '../../../shared/account';
import { catalogField } from '../pickers';
import { additionalField } from '../whose';
import { attributeFields } from './attributes';
import { countryField, languageField } from './fields';

/** What is asked about items that are sent. */
export const sendFields: INodeProperties[] = [
  accountField,
  {
    displayName: 'Action',
    name: 'itemAction',
    type: 'options',
    default: 'upsert',
    options: [
      { name: 'Create', value: 'create', description: 'Make items that are not there' },
      {
        name: 'Create or Update',
        value: 'upsert',
        description: 'Create a new record, or update the current one if it already exists (upsert)',
      },
      { name: 'Delete', value: 'delete', description: 'Remove items from the catalog' },
      { name: 'Update', value: 'update', description: 'Change attributes of items that are there, such as their price' },
    ],
    description: 'What Pinterest is to do with the items. Create or Update needs all attributes of an item, Update those that change.',
  },
  {
    displayName: 'Item ID',
    name: 'itemId',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. {{ $json.sku }}',
    description: "The shop's own ID of the item. Each input item needs another one.",
  },
  countryField,
  languageField,
  ...attributeFields,
  catalogField,
  additionalField(),
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add Option',
    default: {},
    description: 'How the items are given to the connector',
    options: [
      {
        displayName: 'Idempotency Key',
        name: 'idempotencyKey',
        type: 'string',
        default: '',
        description:
          'The same key with the same items gives the same job. Without it each execution makes a job of its own, ' +
          'however often this node is tried in it.',
      },
      {
        displayName: 'Update Mask',
        name: 'updateMask',
        type: 'string',
        default: '',
        placeholder: 'e.g. price,availability',
        description: 'Comma-separated list of attributes to change, for Update; one of them that has no value is deleted',
      },
      {
        displayName: 'Wait for Completion',
        name: 'waitForCompletion',
        type: 'boolean',
        default: false,
        description: 'Whether to wait until Pinterest has worked all items. A job that fails then stops this node.',
      },
      {
        displayName: 'Wait Limit (Seconds)',
        name: 'waitLimit',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 3600 },
        default: 300,
        description: 'How long Wait for Completion waits at most; after that the job comes out as it is then, and goes on',
      },
    ],
  },
];
