import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { accountOf } from './account';
import { noAccount } from './refusal';
import { ask, CREDENTIAL, trimmed } from './transport';
import { wrong } from './value';

/** The chosen account's id, or that of the only one there is, for paths that need an id. */
export async function soleAccount(node: IExecuteFunctions, item: number): Promise<string> {
  const { account_id: chosen } = accountOf(node, item);
  if (chosen) return encodeURIComponent(String(chosen));

  const { body } = await ask<{ items: IDataObject[] }>(node, { path: '/v1/accounts', item });
  if (body.items.length === 1) return String(body.items[0].id);
  const { baseUrl } = await node.getCredentials<{ baseUrl: string }>(CREDENTIAL);
  const { message, description } = noAccount(trimmed(baseUrl));
  if (body.items.length === 0) throw wrong(node, item, message, description);
  const names = body.items.map(({ id, name }) => `${id} (${name})`).join(', ');
  throw wrong(node, item, `Account is empty, but several accounts are connected: ${names}`, 'Choose one under Account.');
}
