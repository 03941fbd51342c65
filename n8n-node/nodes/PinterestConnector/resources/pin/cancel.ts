import { pinIdField, pinPath } from '../../shared/pinId';
import type { Operation } from '../../shared/operation';
import { simplePin, simplifyField } from '../../shared/simplify';
import { ask } from '../../shared/transport';

/** Takes a pin back. */
export const cancel: Operation = {
  option: {
    name: 'Cancel',
    value: 'cancel',
    action: 'Cancel pin',
    description: 'Take back a pin that is not on its way to Pinterest yet',
  },
  fields: [pinIdField, simplifyField],

  async run(node, item) {
    const { body } = await ask(node, { method: 'POST', path: `${pinPath(node, item)}/cancel`, item });
    return node.getNodeParameter('simplify', item) ? simplePin(body) : body;
  },
};
