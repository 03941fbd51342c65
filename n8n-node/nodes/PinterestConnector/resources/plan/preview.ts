import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { accountField, accountOf } from '../../shared/account';
import { boardOf, namedBoardField } from '../../shared/board';
import type { Operation } from '../../shared/operation';
import { textOf } from '../../shared/text';
import { timeOf } from '../../shared/time';
import { ask, given } from '../../shared/transport';

/** Tells when pins would go out. Each waits for those before it, so all items are asked about at once. */
export const preview: Operation = {
  option: {
    name: 'Preview',
    value: 'preview',
    action: 'Preview plan',
    description: 'Tell when a pin for each input item would go out, and which rule decides, without publishing anything (up to 500 items)',
  },
  fields: [
    accountField,
    namedBoardField,
    {
      displayName: 'Destination Link',
      name: 'link',
      type: 'string',
      default: '',
      placeholder: 'e.g. https://example.com/lamp',
      description: 'The page the pin would lead to; it counts for rules about links and domains',
    },
    {
      displayName: 'Publish At',
      name: 'publishAt',
      type: 'dateTime',
      default: '',
      description: 'When the pin may go out at the earliest, as ISO 8601; empty means as soon as possible',
    },
  ],

  async runTogether(node) {
    const pins = node.getInputData().map((_, item) => pinOf(node, item));
    const { body } = await ask<{ pins: IDataObject[] }>(node, { method: 'POST', path: '/v1/plan', body: { pins }, item: wrongOne });
    return body.pins.map(({ index, ...json }) => ({ json, pairedItem: { item: Number(index) } }));
  },
};

/** The item that a refusal is about: its fields are named like pins[3].link_url. */
function wrongOne({ errors }: IDataObject): number | undefined {
  const [, index] = /^pins\[(\d+)\]/.exec(Object.keys(errors ?? {})[0] ?? '') ?? [];
  return index === undefined ? undefined : Number(index);
}

function pinOf(node: IExecuteFunctions, item: number): IDataObject {
  return given({
    ...accountOf(node, item),
    ...boardOf(node, item),
    link_url: textOf(node, item, 'link'),
    publish_at: timeOf(node, item, 'publishAt'),
  });
}
