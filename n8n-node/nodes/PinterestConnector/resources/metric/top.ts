import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { rangeOf, totalsField } from './range';
import { rowsOf } from './rows';
import { accountField, accountOf } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { simplifyField } from '../../shared/simplify';

/** The fields of an operation that gets what did best, sorted by `usual` unless said. */
export function topFields(thing: string, usual: string, sortBy: INodePropertyOptions[]): INodeProperties[] {
  return [
    accountField,
    {
      displayName: 'Sort By',
      name: 'sortBy',
      type: 'options',
      default: usual,
      options: sortBy,
      description: `What makes a ${thing} the best`,
    },
    {
      displayName: 'Limit',
      name: 'limit',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 50 },
      default: 50,
      description: 'Max number of results to return',
    },
    simplifyField,
    totalsField,
  ];
}

/** Reads what did best. */
export function readTop(path: string): Operation['run'] {
  return async (node, item) => {
    const query = { sort_by: node.getNodeParameter('sortBy', item) as string, limit: node.getNodeParameter('limit', item) as number };
    return await rowsOf(node, item, path, { ...accountOf(node, item), ...query, ...rangeOf(node, item) });
  };
}
