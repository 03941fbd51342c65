import type { INodeProperties } from 'n8n-workflow';
import { accountField } from '../../shared/account';
import { soleAccount } from '../../shared/soleAccount';
import type { Operation } from '../../shared/operation';
import { textOf } from '../../shared/text';
import { ask } from '../../shared/transport';

const shownFor = (connect: string) => ({ displayOptions: { show: { connect: [connect] } } });

const environmentField: INodeProperties = {
  displayName: 'Environment',
  name: 'environment',
  type: 'options',
  default: 'production',
  options: [
    { name: 'Production', value: 'production', description: 'Pinterest itself' },
    { name: 'Sandbox', value: 'sandbox', description: "Pinterest's own sandbox, where pins are visible to nobody else" },
    { name: 'Simulator', value: 'simulator', description: 'A rehearsal inside the connector; nothing reaches Pinterest' },
  ],
  description: 'Where the account is',
  ...shownFor('new'),
};

/** Makes a link with which a person connects an account. */
export const getConnectLink: Operation = {
  option: {
    name: 'Get Connect Link',
    value: 'getConnectLink',
    action: 'Get connect link of an account',
    description:
      'Make a link that a person opens in a browser to connect a Pinterest account; it is good once, for ten minutes. ' +
      'For a new account the API key needs the scope "admin".',
  },
  fields: [
    {
      displayName: 'Connect',
      name: 'connect',
      type: 'options',
      default: 'again',
      options: [
        { name: 'A New Account', value: 'new', description: 'Whichever account the person is signed in with at Pinterest' },
        { name: 'An Account Again', value: 'again', description: 'One that the connector has; another one is refused' },
      ],
      description: 'What the link is for',
    },
    { ...accountField, ...shownFor('again') },
    environmentField,
    {
      displayName: 'Return URL',
      name: 'returnUrl',
      type: 'string',
      default: '',
      placeholder: 'e.g. https://n8n.example.com/home/workflows',
      description: 'Where the last page links to; its host must be in the setting Connector:OAuth:ReturnHosts of the connector',
    },
  ],

  async run(node, item) {
    const isNew = node.getNodeParameter('connect', item) === 'new';
    const what = isNew
      ? { environment: node.getNodeParameter('environment', item) as string }
      : { account_id: decodeURIComponent(await soleAccount(node, item)) };
    const { body } = await ask(node, {
      method: 'POST',
      path: '/v1/oauth/start',
      body: { ...what, return_url: textOf(node, item, 'returnUrl') },
      item,
    });
    return body;
  },
};
