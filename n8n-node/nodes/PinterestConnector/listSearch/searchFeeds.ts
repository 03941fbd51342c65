import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { pageOf } from './page';

/** The feeds of the chosen account, by name. */
export async function searchFeeds(this: ILoadOptionsFunctions, filter?: string, cursor?: string): Promise<INodeListSearchResult> {
  return await pageOf(this, '/v1/catalogs/feeds', filter, cursor, ({ feed_id: id, name, status }: IDataObject) => ({
    name: `${name ?? id}${status === 'INACTIVE' ? ' (inactive)' : ''}`,
    value: String(id),
  }));
}
