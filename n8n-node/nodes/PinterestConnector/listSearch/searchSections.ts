import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { chosen } from './chosen';
import { matching } from './matching';
import { ask } from '../shared/transport';

/** The sections of the chosen board, by name. */
export async function searchSections(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
  const board = chosen(this, 'board');
  if (!/^\d+$/.test(board ?? '')) {
    throw new NodeOperationError(this.getNode(), 'Choose the board from the list or by its ID first', {
      description: 'With a board by name, write the section behind it: Home decor / Lamps.',
    });
  }
  const { body } = await ask<{ items: IDataObject[] }>(this, {
    path: `/v1/boards/${board}/sections`,
    query: { account_id: chosen(this, 'account') },
  });
  return matching(
    filter,
    body.items.map((section) => ({ name: String(section.name), value: String(section.id) })),
  );
}
