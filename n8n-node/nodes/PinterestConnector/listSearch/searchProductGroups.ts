import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { pageOf } from './page';

/** The groups of products of the chosen account, by name. */
export async function searchProductGroups(this: ILoadOptionsFunctions, filter?: string, cursor?: string): Promise<INodeListSearchResult> {
  return await pageOf(this, '/v1/catalogs/groups', filter, cursor, ({ id, name }: IDataObject) => ({
    name: String(name ?? id),
    value: String(id),
  }));
}
