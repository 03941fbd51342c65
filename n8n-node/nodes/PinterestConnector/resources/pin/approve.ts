import { decisionField, personOf, seenOf } from './decision';
import { pinIdField, pinPath } from '../../shared/pinId';
import type { Operation } from '../../shared/operation';
import { simplePin, simplifyField } from '../../shared/simplify';
import { ask } from '../../shared/transport';

/** Lets a pin go that waits for approval. */
export const approve: Operation = {
  option: {
    name: 'Approve',
    value: 'approve',
    action: 'Approve pin',
    description: 'Let a pin go that waits for approval. The API key needs the scope "approve" or "admin".',
  },
  fields: [pinIdField, decisionField('Approved By', 'approvedBy', 'approves'), simplifyField],

  async run(node, item) {
    const { body } = await ask(node, {
      method: 'POST',
      path: `${pinPath(node, item)}/approve`,
      body: { approved_by: personOf(node, item, 'approvedBy'), updated_at: seenOf(node, item) },
      item,
    });
    return node.getNodeParameter('simplify', item) ? simplePin(body) : body;
  },
};
