import type { IDataObject } from 'n8n-workflow';
import { accountField, accountOf } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { simplifyField } from '../../shared/simplify';
import { listOf, textOf } from '../../shared/text';
import { shopperGenders, verticals } from './choices';
import { agesField, regionField } from './fields';
import { rowsOf } from './rows';

/** Lists categories of products that grow. */
export const getCategories: Operation = {
  option: {
    name: 'Get Trending Categories',
    value: 'getCategories',
    action: 'Get trending product categories',
    description: 'List the categories of products that grow in a region, the first one the most',
  },
  fields: [
    { ...regionField, description: 'US, GB+IE or CA' },
    accountField,
    simplifyField,
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add Filter',
      default: {},
      description: 'Only some of the categories',
      options: [
        agesField,
        {
          displayName: 'Engagement',
          name: 'engagement',
          type: 'options',
          default: 'engagement',
          options: [
            { name: 'All', value: 'engagement' },
            { name: 'Outbound Clicks', value: 'outbound_click' },
            { name: 'Saves', value: 'save' },
          ],
          description: 'What is counted',
        },
        {
          displayName: 'Genders',
          name: 'genders',
          type: 'multiOptions',
          default: [],
          options: shopperGenders,
          description: 'Only among these',
        },
        {
          displayName: 'Verticals',
          name: 'verticals',
          type: 'multiOptions',
          default: [],
          options: verticals,
          description: 'Only of these',
        },
      ],
    },
  ],

  async run(node, item) {
    const filters = node.getNodeParameter('filters', item, {}) as IDataObject;
    const joined = (name: string) => (filters[name] ? listOf(node, item, `filters.${name}`) || undefined : undefined);
    return await rowsOf(node, item, '/v1/trends/product-categories', {
      ...accountOf(node, item),
      region: textOf(node, item, 'region'),
      ages: joined('ages'),
      engagement: filters.engagement,
      genders: joined('genders'),
      verticals: joined('verticals'),
    });
  },
};
