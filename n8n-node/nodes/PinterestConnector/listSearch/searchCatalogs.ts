import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { pageOf } from './page';

/** The catalogs of the chosen account, by name. */
export async function searchCatalogs(this: ILoadOptionsFunctions, filter?: string, cursor?: string): Promise<INodeListSearchResult> {
  return await pageOf(this, '/v1/catalogs', filter, cursor, ({ catalog_id: id, name, type }: IDataObject) => ({
    name: `${name ?? id}${type === 'RETAIL' ? '' : ` (${String(type).toLowerCase().replace(/_/g, ' ')})`}`,
    value: String(id),
  }));
}
