import { createHash } from 'crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { hint } from './hints';
import { withoutSignature } from './signed';
import { textOf } from './text';
import { shown } from './value';

/**
 * Names a pin by who sends it and what it says. No execution is in it: a run that is repeated, by Retry On Fail or by hand,
 * finds the pin it made before. Two nodes of a workflow are two senders. What only signs an address does not count.
 */
export function keyOf(node: IExecuteFunctions, item: number, pin: IDataObject, again: boolean): string {
  const parts = ['n8n', node.getWorkflow().id ?? 'unsaved', node.getNode().id, hashOf(pin)];
  // Within one execution even a pin that shall be published again is sent once, however often the node is tried.
  if (again) parts.push(node.getExecutionId(), String(node.getWorkflowDataProxy(item).$runIndex), String(item));
  return parts.join(':');
}

/** The name that somebody gave a pin. What is put together of a word and a blank cell is the same for every row. */
export function ownKeyOf(node: IExecuteFunctions, item: number): string {
  const key = textOf(node, item, 'options.idempotencyKey');
  if (/[-_:;.,/|#+~=]$/.test(key))
    hint(
      node,
      `Idempotency Key ${shown(key)} ends in a separator: what comes behind it is empty. Every pin with this key is one pin. ` +
        'Take a field that is never blank.',
      'warning',
      { key: 'keys', summary: '{count} idempotency keys end in a separator' },
    );
  return key;
}

const hashOf = (pin: IDataObject) => createHash('sha256').update(canonical(pin)).digest('hex');

/** JSON that does not depend on the order of keys, nor on when an address was signed. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) => {
    if (typeof part === 'string') return withoutSignature(part);
    return part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  });
}
