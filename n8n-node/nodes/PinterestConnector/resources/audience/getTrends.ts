import type { IDataObject } from 'n8n-workflow';
import { accountField, accountOf } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { simplifyField } from '../../shared/simplify';
import { listOf, textOf } from '../../shared/text';
import { genders, interests } from './choices';
import { agesField, regionField } from './fields';
import { rowsOf } from './rows';
import { wordsOf } from './words';

/** Lists keywords that trend. */
export const getTrends: Operation = {
  option: {
    name: 'Get Trends',
    value: 'getTrends',
    action: 'Get trending keywords',
    description: 'List what people search more and more, or most, in a region',
  },
  fields: [
    regionField,
    {
      displayName: 'Trend',
      name: 'trendType',
      type: 'options',
      default: 'growing',
      options: [
        { name: 'Growing', value: 'growing', description: 'Searched more and more in the last quarter' },
        { name: 'Monthly', value: 'monthly', description: 'Searched most in the last month' },
        { name: 'Seasonal', value: 'seasonal', description: 'Searched more and more at this time of each year' },
        { name: 'Yearly', value: 'yearly', description: 'Searched most in the last year' },
      ],
      description: 'How keywords trend',
    },
    accountField,
    {
      displayName: 'Limit',
      name: 'limit',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 50 },
      default: 50,
      description: 'Max number of results to return',
    },
    simplifyField,
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add Filter',
      default: {},
      description: 'Only some of the keywords, or their weeks',
      options: [
        agesField,
        {
          displayName: 'Common Scale',
          name: 'together',
          type: 'boolean',
          default: false,
          description: 'Whether the week in which any of the keywords was searched most is 100, and not that of each',
        },
        { displayName: 'Genders', name: 'genders', type: 'multiOptions', default: [], options: genders, description: 'Only among these' },
        {
          displayName: 'Granularity',
          name: 'granularity',
          type: 'options',
          default: 'total',
          options: [
            { name: 'Total', value: 'total', description: 'One row for each keyword' },
            { name: 'Week', value: 'week', description: 'One row for each keyword and week of the last year' },
          ],
          description: 'Whether rows are of keywords or of their weeks',
        },
        {
          displayName: 'Interests',
          name: 'interests',
          type: 'multiOptions',
          default: [],
          options: interests,
          description: 'Only of these interests',
        },
        {
          displayName: 'Words',
          name: 'words',
          type: 'string',
          default: '',
          placeholder: 'e.g. lamp,light',
          description: 'Comma-separated list of words, of which a keyword has at least one',
        },
      ],
    },
  ],

  async run(node, item) {
    const filters = node.getNodeParameter('filters', item, {}) as IDataObject;
    const joined = (name: string) => (filters[name] ? listOf(node, item, `filters.${name}`) || undefined : undefined);
    return await rowsOf(node, item, '/v1/trends', {
      ...accountOf(node, item),
      region: textOf(node, item, 'region'),
      type: node.getNodeParameter('trendType', item) as string,
      limit: node.getNodeParameter('limit', item) as number,
      ages: joined('ages'),
      genders: joined('genders'),
      interests: joined('interests'),
      granularity: filters.granularity,
      together: filters.together,
      words: filters.words ? wordsOf(node, item, 'filters.words') : undefined,
    });
  },
};
