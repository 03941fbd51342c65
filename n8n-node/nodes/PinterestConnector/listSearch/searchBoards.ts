import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { chosen } from './chosen';
import { matching } from './matching';
import { ask } from '../shared/transport';

/** The boards of the chosen account, by name. */
export async function searchBoards(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
  const { body } = await ask<{ items: IDataObject[] }>(this, { path: '/v1/boards', query: { account_id: chosen(this, 'account') } });
  return matching(
    filter,
    body.items.map((board) => ({
      name: board.privacy && board.privacy !== 'PUBLIC' ? `${board.name} (${String(board.privacy).toLowerCase()})` : String(board.name),
      value: String(board.id),
      url: (board.url as string | null) ?? undefined,
    })),
  );
}
