import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { chosen } from './chosen';
import { matching } from './matching';
import { ask } from '../shared/transport';

const LARGEST_PAGE = 250;

/** A page of a list of the chosen account; n8n asks for the next one when somebody scrolls. */
export async function pageOf(
  context: ILoadOptionsFunctions,
  path: string,
  filter: string | undefined,
  cursor: string | undefined,
  shown: (one: IDataObject) => INodeListSearchItems,
): Promise<INodeListSearchResult> {
  const query = { account_id: chosen(context, 'account'), limit: LARGEST_PAGE, cursor };
  const { body } = await ask<{ items: IDataObject[]; next_cursor?: string | null }>(context, { path, query });
  return { ...matching(filter, body.items.map(shown)), paginationToken: body.next_cursor ?? undefined };
}
