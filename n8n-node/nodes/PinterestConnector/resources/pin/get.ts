import { liveOf } from './update';
import { pinIdField, pinPath } from '../../shared/pinId';
import type { Operation } from '../../shared/operation';
import { simplePin, simplifyField } from '../../shared/simplify';
import { ask } from '../../shared/transport';

/** Gets a pin as it is now. */
export const get: Operation = {
  option: {
    name: 'Get',
    value: 'get',
    action: 'Get pin',
    description: 'Retrieve a pin: its status, why it waits, and its address on Pinterest once it is published',
  },
  fields: [
    pinIdField,
    {
      displayName: 'Look on Pinterest',
      name: 'live',
      type: 'boolean',
      default: false,
      description: 'Whether to ask Pinterest how a published pin is there now. Counts as a read of the account.',
    },
    simplifyField,
  ],

  async run(node, item) {
    const isLive = node.getNodeParameter('live', item) as boolean;
    const { body } = await ask(node, { path: pinPath(node, item), query: isLive ? { live: true } : {}, item });
    if (!node.getNodeParameter('simplify', item)) return body;
    return isLive ? { ...simplePin(body), ...liveOf(body) } : simplePin(body);
  },
};
