import { accountField } from '../../../shared/account';
import { neededJsonOf } from '../../../shared/json';
import { neededIdOf } from '../../../shared/needed';
import type { Operation } from '../../../shared/operation';
import { textOf } from '../../../shared/text';
import { ask } from '../../../shared/transport';
import { catalogField, feedField } from '../pickers';
import { additionalField, whoseOf } from '../whose';
import { advice, filtersField } from './filters';

const ofCatalog = { show: { groupOf: ['catalog'] } };

/** Makes a group of products. */
export const createGroup: Operation = {
  option: {
    name: 'Create Product Group',
    value: 'createGroup',
    action: 'Create product group',
    description: 'Make a group of products of a feed, or of a whole catalog',
  },
  fields: [
    accountField,
    { displayName: 'Name', name: 'name', type: 'string', default: '', required: true, description: 'What no other group is called' },
    {
      displayName: 'Group Of',
      name: 'groupOf',
      type: 'options',
      default: 'feed',
      options: [
        {
          name: 'A Catalog',
          value: 'catalog',
          description: 'Products of all feeds, and items that were sent; for shops that Pinterest selects',
        },
        { name: 'A Feed', value: 'feed', description: 'Products of one feed' },
      ],
      description: 'Of what its products are',
    },
    { ...feedField, displayOptions: { show: { groupOf: ['feed'] } } },
    { ...catalogField, required: true, displayOptions: ofCatalog, description: 'The catalog of products, by its ID' },
    {
      displayName: 'Country',
      name: 'country',
      type: 'string',
      default: '',
      placeholder: 'e.g. US',
      displayOptions: ofCatalog,
      description: 'Where its products are sold',
    },
    {
      displayName: 'Locale',
      name: 'locale',
      type: 'string',
      default: '',
      placeholder: 'e.g. en-US',
      displayOptions: ofCatalog,
      description: 'In which language they are described',
    },
    { ...filtersField, required: true },
    additionalField({ displayName: 'Description', name: 'description', type: 'string', default: '', description: 'What the group is for' }),
  ],

  async run(node, item) {
    const isOfFeed = node.getNodeParameter('groupOf', item) === 'feed';
    const body = {
      name: neededIdOf(node, item, 'name'),
      description: textOf(node, item, 'additionalFields.description'),
      filters: neededJsonOf(node, item, 'productFilters', advice),
      ...(isOfFeed
        ? { feed_id: neededIdOf(node, item, 'feed') }
        : {
            catalog_id: neededIdOf(node, item, 'catalog'),
            country: textOf(node, item, 'country'),
            locale: textOf(node, item, 'locale'),
          }),
    };
    return (await ask(node, { method: 'POST', path: '/v1/catalogs/groups', query: whoseOf(node, item), body, item })).body;
  },
};
