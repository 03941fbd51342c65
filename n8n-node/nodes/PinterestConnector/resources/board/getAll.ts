import type { IDataObject } from 'n8n-workflow';
import { privacyOptions } from './privacy';
import { accountField, accountOf } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { listAll, pagingFields } from '../../shared/paging';
import { simpleBoard, simplifyField } from '../../shared/simplify';

/** Lists the boards of an account. */
export const getAll: Operation = {
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many boards',
    description: 'List the boards of an account with their IDs',
  },
  fields: [
    accountField,
    ...pagingFields,
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add Filter',
      default: {},
      description: 'Which boards to list; all of them without a filter',
      options: [
        {
          displayName: 'Privacy',
          name: 'privacy',
          type: 'options',
          default: 'PUBLIC',
          options: privacyOptions,
          description: 'Only boards of this privacy',
        },
      ],
    },
    simplifyField,
  ],

  async run(node, item) {
    const { privacy } = node.getNodeParameter('filters', item, {}) as IDataObject;
    const boards = await listAll(node, item, '/v1/boards', { ...accountOf(node, item), privacy });
    return node.getNodeParameter('simplify', item) ? boards.map(simpleBoard) : boards;
  },
};
