import type { INodeProperties } from 'n8n-workflow';
import { rangeOf, totalsField } from './range';
import { rowsOf } from './rows';
import { accountField, accountOf } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { simplifyField } from '../../shared/simplify';

// Which numbers there are is not to be chosen here.
const daysField: INodeProperties = {
  ...totalsField,
  description: 'Which days; by default the last 30 complete days',
  options: (totalsField.options as INodeProperties[]).filter(({ name }) => name !== 'metrics'),
};

/** Gets what does well, by product or by template. */
export const getProducts: Operation = {
  option: {
    name: 'Get Product Metrics',
    value: 'getProducts',
    action: 'Get metrics of products',
    description: 'Retrieve what the newest pins did, added up by product or by template, best first',
  },
  fields: [
    accountField,
    {
      displayName: 'By',
      name: 'groupBy',
      type: 'options',
      default: 'product',
      options: [
        { name: 'Product', value: 'product', description: 'The row of an import that a pin was made of, or else its link' },
        { name: 'Template', value: 'template', description: 'The template of an import that made its texts' },
      ],
      description: 'What pins are put together by',
    },
    {
      displayName: 'Sort By',
      name: 'sortBy',
      type: 'options',
      default: 'impressions',
      options: [
        { name: 'Impressions', value: 'impressions' },
        { name: 'Outbound Clicks', value: 'outbound_clicks' },
        { name: 'Pin Clicks', value: 'pin_clicks' },
        { name: 'Saves', value: 'saves' },
      ],
      description: 'What makes a product or a template the best',
    },
    {
      displayName: 'Pins to Look At',
      name: 'pinLimit',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 100 },
      default: 100,
      description: 'How many of the pins that were published last are looked at',
    },
    simplifyField,
    daysField,
  ],

  async run(node, item) {
    const { start_date, end_date } = rangeOf(node, item);
    return await rowsOf(node, item, '/v1/metrics/products', {
      ...accountOf(node, item),
      by: node.getNodeParameter('groupBy', item) as string,
      sort_by: node.getNodeParameter('sortBy', item) as string,
      limit: node.getNodeParameter('pinLimit', item) as number,
      start_date,
      end_date,
    });
  },
};
