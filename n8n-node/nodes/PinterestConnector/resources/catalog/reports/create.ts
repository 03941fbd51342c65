import { accountField } from '../../../shared/account';
import { neededIdOf } from '../../../shared/needed';
import type { Operation } from '../../../shared/operation';
import { idOf, textOf } from '../../../shared/text';
import { ask } from '../../../shared/transport';
import { catalogField, catalogOf, feedField } from '../pickers';
import { additionalField, whoseOf } from '../whose';

/** Has a report made. */
export const createReport: Operation = {
  option: {
    name: 'Create Report',
    value: 'createReport',
    action: 'Create report of catalog',
    description: 'Have Pinterest make a report. It gives a token, with which Get Report tells when it is ready.',
  },
  fields: [
    accountField,
    {
      displayName: 'Type',
      name: 'reportType',
      type: 'options',
      default: 'distribution_issues',
      options: [
        { name: 'All Items', value: 'all_items', description: 'Every item; Pinterest lets selected shops have it' },
        { name: 'Distribution Issues', value: 'distribution_issues', description: 'Why items are not shown' },
        { name: 'Feed Issues', value: 'feed_issues', description: 'What is wrong with the items of a feed' },
      ],
      description: 'What it tells',
    },
    { ...catalogField, displayOptions: { show: { reportType: ['all_items', 'distribution_issues'] } } },
    { ...feedField, displayOptions: { show: { reportType: ['feed_issues'] } } },
    {
      displayName: 'Result ID',
      name: 'resultId',
      type: 'string',
      default: '',
      displayOptions: { show: { reportType: ['feed_issues'] } },
      description: 'One processing of the feed; the last one if left empty',
    },
    additionalField(),
  ],

  async run(node, item) {
    const type = textOf(node, item, 'reportType');
    const body =
      type === 'feed_issues'
        ? { type, feed_id: neededIdOf(node, item, 'feed'), result_id: idOf(node, item, 'resultId') }
        : { type, catalog_id: catalogOf(node, item) };
    return (await ask(node, { method: 'POST', path: '/v1/catalogs/reports', query: whoseOf(node, item), body, item })).body;
  },
};
