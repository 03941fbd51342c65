import type { IHookFunctions, INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { testConnection } from './credentialTest';
import { searchAccounts } from './listSearch';
import { anyAccountField } from './shared/account';
import { packageText } from './shared/packageText';
import { simplifyField } from './shared/simplify';
import { eventsField } from './trigger/events';
import { receive } from './trigger/receive';
import { isSubscribed, subscribe, unsubscribe } from './trigger/subscription';

export class PinterestConnectorTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Pinterest Connector Trigger',
    name: 'pinterestConnectorTrigger',
    icon: { light: 'file:../../icons/connector.svg', dark: 'file:../../icons/connector.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["events"].join(", ") }}',
    description: packageText,
    eventTriggerDescription: 'Waiting for the connector to tell of an event',
    activationMessage: 'The connector now starts this workflow whenever one of the chosen events happens.',
    defaults: { name: 'Pinterest Connector Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'pinterestConnectorApi', required: true, testedBy: 'testConnection' }],
    webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook', ndvHideUrl: true }],
    triggerPanel: {
      header: 'Hear from the connector how your pins end',
      executionsHelp: {
        inactive:
          'While you build: execute this node, then let a pin end, for example by publishing one. ' +
          'Once you publish the workflow, every event starts it.',
        active:
          'While you build: execute this node, then let a pin end. The published workflow is started by every event as well; ' +
          'see its list of executions.',
      },
      activationHint: 'Publish the workflow to hear of every event, not only while you test.',
    },
    properties: [eventsField, anyAccountField, simplifyField],
  };

  methods = { credentialTest: { testConnection }, listSearch: { searchAccounts } };

  webhookMethods = {
    default: {
      async checkExists(this: IHookFunctions): Promise<boolean> {
        return await isSubscribed(this);
      },
      async create(this: IHookFunctions): Promise<boolean> {
        return await subscribe(this);
      },
      async delete(this: IHookFunctions): Promise<boolean> {
        return await unsubscribe(this);
      },
    },
  };

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    return await receive(this);
  }
}
