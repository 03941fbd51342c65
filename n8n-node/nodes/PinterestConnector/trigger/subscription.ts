import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { secretOf } from './signature';
import { ask, CREDENTIAL } from '../shared/transport';

/** What the node wants to hear, as the connector takes it. */
function wanted(hook: IHookFunctions): { url: string; events: string[]; account_ids: string[] } {
  const account = hook.getNodeParameter('account', '', { extractValue: true }) as string;
  return {
    url: hook.getNodeWebhookUrl('default') as string,
    events: hook.getNodeParameter('events', []) as string[],
    account_ids: account ? [account] : [],
  };
}

/** Whether the connector still has just this subscription. A change of the node makes it another one. */
export async function isSubscribed(hook: IHookFunctions): Promise<boolean> {
  const { webhookId } = hook.getWorkflowStaticData('node');
  if (!webhookId) return false;

  const { items } = (await ask<{ items: IDataObject[] }>(hook, { path: '/v1/webhooks' })).body;
  const { url, events, account_ids: accounts } = wanted(hook);
  return items.some(
    (known) =>
      known.id === webhookId &&
      known.url === url &&
      known.status === 'active' &&
      isSame(known.events, events) &&
      isSame(known.account_ids, accounts),
  );
}

/** Subscribes. The connector keeps one webhook for an address, so that repeating it leaves no second one. */
export async function subscribe(hook: IHookFunctions): Promise<boolean> {
  const { apiKey } = await hook.getCredentials<{ apiKey: string }>(CREDENTIAL);
  const { url, ...others } = wanted(hook);
  try {
    const { body } = await ask(hook, {
      method: 'POST',
      path: '/v1/webhooks',
      body: { url, ...others, secret: secretOf(apiKey, url), description: `n8n: ${hook.getWorkflow().name ?? 'workflow'}`.slice(0, 200) },
    });
    // The address says which secret signs: in a test it is another one than in production. Nothing secret lies here.
    Object.assign(hook.getWorkflowStaticData('node'), { webhookId: body.id, url });
    return true;
  } catch (error) {
    // n8n shows only the message of what goes wrong while a workflow is published, and replaces one that names a code such as ECONNREFUSED.
    const message = `${error.message}. ${error.description ?? ''}`.replace('.. ', '. ').trim();
    throw Object.assign(new NodeOperationError(hook.getNode(), message), { message });
  }
}

/** Unsubscribes. One that is gone already is as good. */
export async function unsubscribe(hook: IHookFunctions): Promise<boolean> {
  const memory = hook.getWorkflowStaticData('node');
  if (!memory.webhookId) return true;
  try {
    await ask(hook, { method: 'DELETE', path: `/v1/webhooks/${memory.webhookId}` });
  } catch (error) {
    if ((error.context?.details as IDataObject | undefined)?.http_status !== 404) throw new NodeApiError(hook.getNode(), error);
  }
  delete memory.webhookId;
  delete memory.url;
  return true;
}

/** Null means all, as an empty list does. */
function isSame(known: unknown, asked: string[]): boolean {
  return [...((known as string[] | null) ?? [])].sort().join() === [...asked].sort().join();
}
