import type { IDataObject } from 'n8n-workflow';
import { accountOf, anyAccountField } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { listAll, pagingFields } from '../../shared/paging';
import { simplePin, simplifyField } from '../../shared/simplify';
import { idOf, textOf } from '../../shared/text';
import { timeOf } from '../../shared/time';

/** Lists pins, newest first. */
export const getAll: Operation = {
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many pins',
    description: 'List pins that were given to the connector, newest first',
  },
  fields: [
    anyAccountField,
    ...pagingFields,
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add Filter',
      default: {},
      description: 'Which pins to list; all of them without a filter',
      options: [
        {
          displayName: 'Board ID',
          name: 'boardId',
          type: 'string',
          default: '',
          placeholder: 'e.g. 549755885175',
          description: 'Only pins on this board, by its numeric ID',
        },
        {
          displayName: 'Created After',
          name: 'createdAfter',
          type: 'dateTime',
          default: '',
          description: 'Only pins that were created after this time (ISO 8601)',
        },
        {
          displayName: 'Metadata Name',
          name: 'metadataName',
          type: 'string',
          default: '',
          placeholder: 'e.g. product_id',
          description: 'Only pins with this metadata; needs Metadata Value as well',
        },
        {
          displayName: 'Metadata Value',
          name: 'metadataValue',
          type: 'string',
          default: '',
          description: 'The value that the metadata must have, exactly',
        },
        {
          displayName: 'Status',
          name: 'status',
          type: 'options',
          default: 'failed',
          options: [
            { name: 'Awaiting Approval', value: 'awaiting_approval' },
            { name: 'Canceled', value: 'canceled' },
            { name: 'Failed', value: 'failed' },
            { name: 'Published', value: 'published' },
            { name: 'Publishing', value: 'publishing' },
            { name: 'Queued', value: 'queued' },
            { name: 'Scheduled', value: 'scheduled' },
            { name: 'Unconfirmed', value: 'unconfirmed' },
          ],
          description: 'Only pins in this state',
        },
      ],
    },
    simplifyField,
  ],

  async run(node, item) {
    const { status } = node.getNodeParameter('filters', item, {}) as IDataObject;
    const metadataName = textOf(node, item, 'filters.metadataName');
    const pins = await listAll(node, item, '/v1/pins', {
      ...accountOf(node, item),
      board_id: idOf(node, item, 'filters.boardId'),
      created_after: timeOf(node, item, 'filters.createdAfter'),
      status,
      ...(metadataName ? { [`metadata.${metadataName}`]: textOf(node, item, 'filters.metadataValue') } : {}),
    });
    return node.getNodeParameter('simplify', item) ? pins.map(simplePin) : pins;
  },
};
