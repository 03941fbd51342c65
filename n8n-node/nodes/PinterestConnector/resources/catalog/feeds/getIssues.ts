import { neededIdOf } from '../../../shared/needed';
import type { Operation } from '../../../shared/operation';
import { listAll, pagingFields } from '../../../shared/paging';
import { listOf, textOf } from '../../../shared/text';
import { ofAccount, whoseOf } from '../whose';

/** Lists what is wrong with which item of a feed. */
export const getFeedIssues: Operation = {
  option: {
    name: 'Get Feed Issues',
    value: 'getFeedIssues',
    action: 'Get issues of feed',
    description:
      'List what is wrong with which item of a processed feed, and what to do about it. Pinterest names up to 20 items an issue.',
  },
  fields: ofAccount(
    {
      displayName: 'Result ID',
      name: 'resultId',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. {{ $json.result_id }}',
      description: 'The processing of the feed, which Get Feed Results and the trigger name',
    },
    ...pagingFields,
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add Filter',
      default: {},
      description: 'Only some of the issues: one of the two',
      options: [
        {
          displayName: 'Issue',
          name: 'issue',
          type: 'string',
          default: '',
          placeholder: 'e.g. TITLE_MISSING',
          description: 'Only this one, by its code',
        },
        {
          displayName: 'Item Numbers',
          name: 'itemNumbers',
          type: 'string',
          default: '',
          placeholder: 'e.g. 0,5',
          description: 'Comma-separated list of places in the file; 0 is the first',
        },
      ],
    },
  ),

  async run(node, item) {
    const path = `/v1/catalogs/results/${encodeURIComponent(neededIdOf(node, item, 'resultId'))}/issues`;
    const filters = { issue: textOf(node, item, 'filters.issue'), item_numbers: listOf(node, item, 'filters.itemNumbers') };
    return await listAll(node, item, path, { ...whoseOf(node, item), ...filters });
  },
};
