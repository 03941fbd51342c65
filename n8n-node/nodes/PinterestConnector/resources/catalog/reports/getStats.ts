import { accountField } from '../../../shared/account';
import { neededIdOf } from '../../../shared/needed';
import type { Operation } from '../../../shared/operation';
import { listAll, pagingFields } from '../../../shared/paging';
import { textOf } from '../../../shared/text';
import { catalogField, catalogOf, feedField } from '../pickers';
import { additionalField, whoseOf } from '../whose';

/** Counts what is wrong. */
export const getReportStats: Operation = {
  option: {
    name: 'Get Report Stats',
    value: 'getReportStats',
    action: 'Get report stats of catalog',
    description: 'List how often what is wrong in a catalog or a feed, without making a report',
  },
  fields: [
    accountField,
    {
      displayName: 'Type',
      name: 'statsType',
      type: 'options',
      default: 'distribution_issues',
      options: [
        { name: 'Distribution Issues', value: 'distribution_issues', description: 'Why items are not shown' },
        { name: 'Feed Issues', value: 'feed_issues', description: 'What is wrong with the items of a feed' },
      ],
      description: 'What is counted',
    },
    { ...catalogField, displayOptions: { show: { statsType: ['distribution_issues'] } } },
    { ...feedField, displayOptions: { show: { statsType: ['feed_issues'] } } },
    ...pagingFields,
    additionalField(),
  ],

  async run(node, item) {
    const type = textOf(node, item, 'statsType');
    const of = type === 'feed_issues' ? { feed_id: neededIdOf(node, item, 'feed') } : { catalog_id: catalogOf(node, item) };
    return await listAll(node, item, '/v1/catalogs/reports/stats', { ...whoseOf(node, item), type, ...of });
  },
};
