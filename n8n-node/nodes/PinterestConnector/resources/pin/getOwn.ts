import type { IDataObject } from 'n8n-workflow';
import { accountField, accountOf } from '../../shared/account';
import { adAccountField, adAccountOf } from '../../shared/adAccount';
import type { Operation } from '../../shared/operation';
import { listAll, pagingFields } from '../../shared/paging';
import { simpleLivePin, simplifyField } from '../../shared/simplify';
import { textOf } from '../../shared/text';
import { wrong } from '../../shared/value';

/** Lists or searches the account's own pins on Pinterest. */
export const getOwn: Operation = {
  option: {
    name: 'Get Many From Pinterest',
    value: 'getOwn',
    action: 'Get many pins from pinterest',
    description: "List or search the account's own pins on Pinterest, whether the connector published them or not",
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
      description: 'Which pins to list; all of them without a filter',
      options: [
        {
          displayName: 'Kind',
          name: 'filter',
          type: 'options',
          default: 'exclude_repins',
          options: [
            { name: 'Made by the Account', value: 'exclude_repins' },
            { name: 'Promoted', value: 'has_been_promoted' },
            { name: 'Saved From Others', value: 'exclude_native' },
          ],
          description: 'Which kind of pins; not together with Search For',
        },
        {
          displayName: 'Search For',
          name: 'searchFor',
          type: 'string',
          default: '',
          placeholder: 'e.g. brass lamp',
          description:
            "Words of the description, or Pinterest's IDs of pins with commas between them. " +
            'The token needs the scopes of secret boards and pins.',
        },
      ],
    },
    adAccountField,
    simplifyField,
  ],

  async run(node, item) {
    const q = textOf(node, item, 'filters.searchFor');
    const { filter } = node.getNodeParameter('filters', item, {}) as IDataObject;
    if (q && filter)
      throw wrong(node, item, 'Kind and Search For do not go together', 'Remove one of them: Pinterest searches pins of every kind.');
    const whose = { ...accountOf(node, item), ...adAccountOf(node, item) };
    const pins = q
      ? await listAll(node, item, '/v1/pinterest/search', { ...whose, q })
      : await listAll(node, item, '/v1/pinterest/pins', { ...whose, filter });
    return node.getNodeParameter('simplify', item) ? pins.map(simpleLivePin) : pins;
  },
};
