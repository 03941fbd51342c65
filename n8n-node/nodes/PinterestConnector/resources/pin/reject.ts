import { decisionField, personOf, seenOf } from './decision';
import { pinIdField, pinPath } from '../../shared/pinId';
import type { Operation } from '../../shared/operation';
import { simplePin, simplifyField } from '../../shared/simplify';
import { textOf } from '../../shared/text';
import { ask } from '../../shared/transport';

/** Cancels a pin that waits for approval. */
export const reject: Operation = {
  option: {
    name: 'Reject',
    value: 'reject',
    action: 'Reject pin',
    description: 'Cancel a pin that waits for approval, with a reason. The API key needs the scope "approve" or "admin".',
  },
  fields: [
    pinIdField,
    {
      displayName: 'Reason',
      name: 'reason',
      type: 'string',
      default: '',
      placeholder: 'e.g. The lamp is sold out.',
      hint: 'Up to 500 characters',
      description: 'Why, for whoever made the pin; it is in error_message of the pin',
    },
    decisionField('Rejected By', 'rejectedBy', 'rejects'),
    simplifyField,
  ],

  async run(node, item) {
    const { body } = await ask(node, {
      method: 'POST',
      path: `${pinPath(node, item)}/reject`,
      body: { reason: textOf(node, item, 'reason'), rejected_by: personOf(node, item, 'rejectedBy'), updated_at: seenOf(node, item) },
      item,
    });
    return node.getNodeParameter('simplify', item) ? simplePin(body) : body;
  },
};
