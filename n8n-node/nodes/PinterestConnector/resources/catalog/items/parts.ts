import type { IExecuteFunctions } from 'n8n-workflow';
import { valueOf } from '../../../shared/panel';
import { textOf } from '../../../shared/text';

/** Texts with commas between them; an expression may also give them as a list. A comma inside an address parts nothing. */
export function partsOf(node: IExecuteFunctions, item: number, path: string): string[] {
  const value = valueOf(node, item, path);
  const parts = Array.isArray(value) ? value.map(String) : partsOfText(textOf(node, item, path));
  return parts.map((part) => part.trim()).filter(Boolean);
}

const partsOfText = (text: string): string[] => text.split(/^https?:/i.test(text) ? /,\s*(?=https?:)/i : ',');
