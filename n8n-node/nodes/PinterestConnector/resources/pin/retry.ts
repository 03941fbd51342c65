import { pinIdField, pinPath } from '../../shared/pinId';
import type { Operation } from '../../shared/operation';
import { simplePin, simplifyField } from '../../shared/simplify';
import { ask } from '../../shared/transport';

/** Queues a failed pin again. */
export const retry: Operation = {
  option: {
    name: 'Retry',
    value: 'retry',
    action: 'Retry pin',
    description: 'Queue a failed pin again, after its reason is gone',
  },
  fields: [pinIdField, simplifyField],

  async run(node, item) {
    const { body } = await ask(node, { method: 'POST', path: `${pinPath(node, item)}/retry`, item });
    return node.getNodeParameter('simplify', item) ? simplePin(body) : body;
  },
};
