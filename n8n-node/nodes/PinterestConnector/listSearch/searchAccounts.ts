import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { matching } from './matching';
import { ask } from '../shared/transport';

/** The connected accounts, by name. */
export async function searchAccounts(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
  const { body } = await ask<{ items: IDataObject[] }>(this, { path: '/v1/accounts' });
  return matching(
    filter,
    body.items.map((account) => ({ name: label(account), value: String(account.id) })),
  );
}

const label = ({ name, environment, status }: IDataObject) =>
  [name, environment === 'production' ? '' : `(${environment})`, status === 'active' ? '' : `· ${String(status).replace(/_/g, ' ')}`]
    .filter(Boolean)
    .join(' ');
