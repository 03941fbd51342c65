import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { textOf } from '../../shared/text';
import { timeOf } from '../../shared/time';

/** Who decides about a pin that waits for approval, and as what they saw it. */
export const decisionField = (displayName: string, name: string, did: string): INodeProperties => ({
  displayName: 'Additional Fields',
  name: 'additionalFields',
  type: 'collection',
  placeholder: 'Add Field',
  default: {},
  description: 'Who decided, and about what they saw',
  options: [
    {
      displayName,
      name,
      type: 'string',
      default: '',
      placeholder: 'e.g. Ana',
      description: `The person who ${did} it; the name of the API key if empty`,
    },
    {
      displayName: 'Updated At',
      name: 'updatedAt',
      type: 'string',
      default: '',
      placeholder: 'e.g. {{ $json.updated_at }}',
      description: 'The updated_at of the pin as it was looked at. If the pin was changed since, nothing happens but an error.',
    },
  ],
});

/** As the connector takes it. */
export const seenOf = (node: IExecuteFunctions, item: number): string | undefined => timeOf(node, item, 'additionalFields.updatedAt');

export const personOf = (node: IExecuteFunctions, item: number, name: string): string => textOf(node, item, `additionalFields.${name}`);
