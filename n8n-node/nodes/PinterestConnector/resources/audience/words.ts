import type { IExecuteFunctions } from 'n8n-workflow';
import { textOf } from '../../shared/text';

/** Words with commas between them, of which each may be several; an expression may also give them as a list. */
export function wordsOf(node: IExecuteFunctions, item: number, name: string): string | undefined {
  const value = node.getNodeParameter(name, item, '');
  const text = Array.isArray(value) ? value.map(String).join(',') : textOf(node, item, name);
  return text || undefined;
}
