import { accountField, accountOf } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { simplifyField } from '../../shared/simplify';
import { rowsOf } from './rows';
import { wordsOf } from './words';

/** Finds what people search. */
export const findKeywords: Operation = {
  option: {
    name: 'Find Keywords',
    value: 'findKeywords',
    action: 'Find keywords',
    description: 'Find what people on Pinterest search: related to your terms, or beginning with one',
  },
  fields: [
    {
      displayName: 'Terms',
      name: 'terms',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. desk lamp,home office',
      description: 'Comma-separated list of up to 10 terms; one for suggested keywords',
    },
    {
      displayName: 'Kind',
      name: 'keywordKind',
      type: 'options',
      default: 'related',
      options: [
        { name: 'Related', value: 'related', description: 'What people search as well' },
        { name: 'Suggested', value: 'suggested', description: 'What people search that begins with the term' },
      ],
      description: 'What the keywords have to do with the terms',
    },
    accountField,
    simplifyField,
  ],

  async run(node, item) {
    const query = { terms: wordsOf(node, item, 'terms'), kind: node.getNodeParameter('keywordKind', item) as string };
    return await rowsOf(node, item, '/v1/keywords', { ...accountOf(node, item), ...query });
  },
};
