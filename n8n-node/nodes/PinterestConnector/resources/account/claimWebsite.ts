import { accountField } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { soleAccount } from '../../shared/soleAccount';
import { textOf } from '../../shared/text';
import { ask } from '../../shared/transport';

/** Claims a website. */
export const claimWebsite: Operation = {
  option: {
    name: 'Claim Website',
    value: 'claimWebsite',
    action: 'Claim website for account',
    description: 'Have Pinterest look for the code on a website and claim it for an account; needs an admin key',
  },
  fields: [
    accountField,
    {
      displayName: 'Website',
      name: 'website',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. shop.example.com',
      description: 'Its address or domain',
    },
    {
      displayName: 'Method',
      name: 'claimMethod',
      type: 'options',
      default: 'metatag',
      options: [
        { name: 'DNS Record', value: 'dnstxt' },
        { name: 'File', value: 'filename' },
        { name: 'Meta Tag', value: 'metatag' },
      ],
      description: 'Where the code is',
    },
  ],

  async run(node, item) {
    const body = { website: textOf(node, item, 'website'), method: node.getNodeParameter('claimMethod', item) as string };
    return (await ask(node, { method: 'POST', path: `/v1/accounts/${await soleAccount(node, item)}/websites`, body, item })).body;
  },
};
