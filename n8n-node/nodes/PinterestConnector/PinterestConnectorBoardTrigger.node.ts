import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { testConnection } from './credentialTest';
import { searchAccounts, searchBoards, searchSections } from './listSearch';
import { accountField } from './shared/account';
import { boardField, sectionField } from './shared/board';
import { packageText } from './shared/packageText';
import { simplifyField } from './shared/simplify';
import { poll } from './trigger/poll';

const forPins = { show: { event: ['newPin'] } };

export class PinterestConnectorBoardTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Pinterest Connector Board Trigger',
    name: 'pinterestConnectorBoardTrigger',
    icon: { light: 'file:../../icons/connector.svg', dark: 'file:../../icons/connector.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["event"] }}',
    description: packageText,
    defaults: { name: 'Pinterest Connector Board Trigger' },
    polling: true,
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'pinterestConnectorApi', required: true, testedBy: 'testConnection' }],
    properties: [
      {
        displayName: 'Trigger On',
        name: 'event',
        type: 'options',
        default: 'newPin',
        options: [
          { name: 'New Board', value: 'newBoard', description: 'The account has a board that it had not before' },
          { name: 'New Pin on a Board', value: 'newPin', description: 'Somebody put a pin on the board or section, or moved one there' },
        ],
        description:
          'What starts the workflow. Pinterest tells nobody, so the connector is asked at the Poll Times; ' +
          'each look counts as a read of the account for every 250 pins, which its rate meter shows. ' +
          'Of a board with more than 1,000 pins the first 1,000 that Pinterest lists are looked at, ' +
          'and a pin that was made more than 30 days ago is not new there.',
      },
      accountField,
      { ...boardField, displayOptions: forPins },
      { ...sectionField, displayOptions: forPins, description: 'Only pins in this section, by its ID' },
      simplifyField,
    ],
  };

  methods = {
    credentialTest: { testConnection },
    listSearch: { searchAccounts, searchBoards, searchSections },
  };

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    return await poll(this);
  }
}
