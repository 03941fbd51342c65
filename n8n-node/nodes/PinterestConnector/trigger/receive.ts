import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { wasSeen } from './seen';
import { isGenuine, secretOf } from './signature';
import { simpleAccount, simplePin } from '../shared/simplify';
import { CREDENTIAL } from '../shared/transport';

/** Takes an event in: believes it only with the right signature, answers at once, and starts the workflow once for each. */
export async function receive(webhook: IWebhookFunctions): Promise<IWebhookResponseData> {
  const memory = webhook.getWorkflowStaticData('node');
  const { apiKey } = await webhook.getCredentials<{ apiKey: string }>(CREDENTIAL);
  const url = String(memory.url ?? webhook.getNodeWebhookUrl('default'));
  if (!isGenuine(arrivalOf(webhook), secretOf(apiKey, url), Math.floor(Date.now() / 1000))) {
    webhook.getResponseObject().status(401).json({ error: 'The signature does not fit, or is too old.' });
    return { noWebhookResponse: true };
  }

  const event = webhook.getBodyData();
  const events = webhook.getNodeParameter('events', []) as string[];
  if (events.length > 0 && !events.includes(String(event.type)))
    return { webhookResponse: { ignored: 'This workflow does not listen to such events.' } };
  if (wasSeen(`${webhook.getWorkflow().id} ${url}`, memory, String(event.id)))
    return { webhookResponse: { ignored: 'This event has been received already.' } };
  return { workflowData: [[{ json: webhook.getNodeParameter('simplify', true) ? simple(event) : event }]] };
}

function arrivalOf(webhook: IWebhookFunctions) {
  const headers = webhook.getHeaderData();
  const { rawBody } = webhook.getRequestObject();
  return {
    id: String(headers['webhook-id']),
    timestamp: String(headers['webhook-timestamp']),
    signature: String(headers['webhook-signature']),
    body: rawBody,
  };
}

/** The event flat: what happened, when, and to what. */
function simple({ id, type, created_at: at, data }: IDataObject): IDataObject {
  const { pin, account, feed, items, ...others } = data as Record<string, IDataObject>;
  const subject = pin ? { account_id: pin.account_id, ...simplePin(pin) } : account ? simpleAccount(account) : (feed ?? items ?? others);
  return { event: type, event_id: id, occurred_at: at, ...subject };
}
