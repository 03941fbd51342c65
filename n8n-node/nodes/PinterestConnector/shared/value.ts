import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

const SHOWN = 80;

/** A value as it is shown in an error: one line, and not more of it than tells what it is. */
export const shown = (value: unknown): string =>
  typeof value === 'string' ? `"${cut(value)}"` : cut(JSON.stringify(value) ?? String(value));

/** A text on one line, no longer than that. */
export function cut(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN - 1).join('')}…` : letters.join('');
}

/** A message that says which item it is about. n8n counts items from 0, and so do we. */
export const ofItem = (message: string, item?: number): string => (item === undefined ? message : `${message} [item ${item}]`);

/** What the node itself does not take: which field of which item, its value, and what to do. */
export function wrong(node: IExecuteFunctions, itemIndex: number, message: string, description: string): NodeOperationError {
  const error = new NodeOperationError(node.getNode(), ofItem(message, itemIndex), { itemIndex, description });
  // Where a value holds a code such as ECONNREFUSED, n8n puts its own stock sentence in place of ours.
  return Object.assign(error, { message: ofItem(message, itemIndex), description });
}
