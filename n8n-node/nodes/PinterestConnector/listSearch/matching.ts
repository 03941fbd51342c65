import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

/** Those whose name holds what was typed, in the order of the alphabet. */
export function matching(filter: string | undefined, all: INodeListSearchItems[]): INodeListSearchResult {
  const wanted = (filter ?? '').trim().toLowerCase();
  return { results: all.filter(({ name }) => name.toLowerCase().includes(wanted)).sort((a, b) => a.name.localeCompare(b.name)) };
}
