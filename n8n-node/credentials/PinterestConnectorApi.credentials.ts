import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** How to reach the connector. It is tested by the node, which can say what is wrong in words. */
export class PinterestConnectorApi implements ICredentialType {
  name = 'pinterestConnectorApi';

  displayName = 'Pinterest Connector API';

  icon: Icon = { light: 'file:../icons/connector.svg', dark: 'file:../icons/connector.dark.svg' };

  documentationUrl = 'https://github.com/pinterest-connector/pinterest-connector/tree/main/n8n-node#credentials';

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'http://localhost:5280',
      placeholder: 'e.g. http://connector:5280',
      required: true,
      hint: 'If n8n runs in Docker, use the name of the service, such as http://connector:5280',
      description:
        'Where your connector listens. If n8n runs in Docker, localhost is the n8n container itself: ' +
        'use the service name instead, such as http://connector:5280.',
    },
    {
      displayName: 'API Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      hint: 'The first start of the connector prints one',
      description: 'A key of the connector with the scope "publish". Its first start prints one; its console makes more.',
    },
  ];

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}' } },
  };
}
