import type { IDataObject } from 'n8n-workflow';
import { privacyOptions } from './privacy';
import { accountField, accountOf } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { simpleBoard, simplifyField } from '../../shared/simplify';
import { textOf } from '../../shared/text';
import { ask } from '../../shared/transport';

/** Makes a board. */
export const create: Operation = {
  option: {
    name: 'Create',
    value: 'create',
    action: 'Create board',
    description: 'Make a new board; Pinterest takes each name once per account',
  },
  fields: [
    accountField,
    {
      displayName: 'Name',
      name: 'name',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. Home decor',
      hint: 'Up to 180 characters',
      description: 'What the new board is called, up to 180 characters',
    },
    {
      displayName: 'Additional Fields',
      name: 'additionalFields',
      type: 'collection',
      placeholder: 'Add Field',
      default: {},
      description: 'More about the board',
      options: [
        {
          displayName: 'Description',
          name: 'description',
          type: 'string',
          typeOptions: { rows: 3 },
          default: '',
          hint: 'Up to 500 characters',
          description: 'What the board is about, up to 500 characters; Pinterest searches it',
        },
        {
          displayName: 'Privacy',
          name: 'privacy',
          type: 'options',
          default: 'PUBLIC',
          options: privacyOptions,
          description: 'Who sees the board',
        },
      ],
    },
    simplifyField,
  ],

  async run(node, item) {
    const { privacy } = node.getNodeParameter('additionalFields', item, {}) as IDataObject;
    const { body } = await ask(node, {
      method: 'POST',
      path: '/v1/boards',
      query: accountOf(node, item),
      body: { name: textOf(node, item, 'name'), description: textOf(node, item, 'additionalFields.description'), privacy },
      item,
    });
    return node.getNodeParameter('simplify', item) ? simpleBoard(body) : body;
  },
};
