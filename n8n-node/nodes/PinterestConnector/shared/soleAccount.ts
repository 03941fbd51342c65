import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { accountOf } from './account';
import { ask } from './transport';

/** The chosen account's id, or that of the only one there is, for paths that need an id. */
export async function soleAccount(node: IExecuteFunctions, item: number): Promise<string> {
  const { account_id: chosen } = accountOf(node, item);
  if (chosen) return encodeURIComponent(String(chosen));

  const { body } = await ask<{ items: IDataObject[] }>(node, { path: '/v1/accounts', item });
  if (body.items.length === 1) return String(body.items[0].id);
  throw new NodeOperationError(node.getNode(), body.items.length ? 'Several accounts are connected' : 'No Pinterest account is connected', {
    itemIndex: item,
    description: body.items.length ? 'Choose one under Account.' : 'Connect an account to the connector first; its README says how.',
  });
}
