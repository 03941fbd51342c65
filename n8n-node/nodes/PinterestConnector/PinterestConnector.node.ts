import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import { testConnection } from './credentialTest';
import * as listSearch from './listSearch';
import { operationOf, properties } from './resources';
import { textHints } from './resources/pin/texts';
import { hintAboutBlanks } from './shared/blanks';
import { errorItem } from './shared/errors';
import { packageText } from './shared/packageText';

export class PinterestConnector implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Pinterest Connector',
    name: 'pinterestConnector',
    icon: { light: 'file:../../icons/connector.svg', dark: 'file:../../icons/connector.dark.svg' },
    group: ['output'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: packageText,
    defaults: { name: 'Pinterest Connector' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'pinterestConnectorApi', required: true, testedBy: 'testConnection' }],
    hints: textHints,
    properties,
  };

  methods = {
    credentialTest: { testConnection },
    listSearch,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const items = this.getInputData();
    const operation = operationOf(this.getNodeParameter('resource', 0) as string, this.getNodeParameter('operation', 0) as string);
    const results: INodeExecutionData[] = [];

    // What is answered for all items at once is asked when the first comes.
    const rounds = operation?.runTogether ? items.slice(0, 1) : items;
    for (let i = 0; i < rounds.length; i++) {
      const round = operation?.runTogether ? items.map((_, item) => item) : [i];
      try {
        round.forEach((item) => hintAboutBlanks(this, item));
        if (operation?.runTogether) results.push(...(await operation.runTogether(this)));
        else if (operation?.run) {
          const answer = this.helpers.returnJsonArray(await operation.run(this, i));
          results.push(...this.helpers.constructExecutionMetaData(answer, { itemData: { item: i } }));
        } else throw new NodeOperationError(this.getNode(), 'There is no such operation', { description: 'Choose one under Operation.' });
      } catch (error) {
        // A model reads what went wrong like any other answer; of an error that is thrown, an agent shows it the message at best.
        const isTool = this.getNode().type.endsWith('Tool');
        if ((this.continueOnFail() || isTool) && !this.getExecutionCancelSignal()?.aborted) {
          results.push(...round.map((item) => ({ json: errorItem(error), pairedItem: { item } })));
          continue;
        }
        throw error instanceof NodeApiError
          ? new NodeApiError(this.getNode(), error as unknown as JsonObject, { itemIndex: i })
          : new NodeOperationError(this.getNode(), error, { itemIndex: i });
      }
    }
    return [results];
  }
}
