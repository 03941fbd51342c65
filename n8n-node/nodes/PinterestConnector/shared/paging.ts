import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { ask } from './transport';

const LARGEST_PAGE = 250;

export const pagingFields: INodeProperties[] = [
  {
    displayName: 'Return All',
    name: 'returnAll',
    type: 'boolean',
    default: false,
    description: 'Whether to return all results or only up to a given limit',
  },
  {
    displayName: 'Limit',
    name: 'limit',
    type: 'number',
    typeOptions: { minValue: 1 },
    default: 50,
    displayOptions: { show: { returnAll: [false] } },
    description: 'Max number of results to return',
  },
];

/** Reads a list page by page, as far as the fields above ask. */
export async function listAll(node: IExecuteFunctions, item: number, path: string, query: IDataObject = {}): Promise<IDataObject[]> {
  const wanted = node.getNodeParameter('returnAll', item) ? Infinity : Number(node.getNodeParameter('limit', item));
  const found: IDataObject[] = [];
  let cursor: string | undefined;
  do {
    const limit = Math.min(LARGEST_PAGE, wanted - found.length);
    const { body } = await ask<{ items: IDataObject[]; next_cursor?: string }>(node, { path, query: { ...query, limit, cursor }, item });
    found.push(...body.items);
    cursor = body.next_cursor ?? undefined;
  } while (cursor && found.length < wanted);
  return found.slice(0, wanted);
}
