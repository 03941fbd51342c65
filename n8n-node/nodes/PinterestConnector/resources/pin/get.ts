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
  fields: [pinIdField, simplifyField],

  async run(node, item) {
    const { body } = await ask(node, { path: pinPath(node, item), item });
    return node.getNodeParameter('simplify', item) ? simplePin(body) : body;
  },
};
