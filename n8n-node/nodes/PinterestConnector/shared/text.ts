import type { IExecuteFunctions } from 'n8n-workflow';
import { expressionOf, labelOf, valueOf } from './panel';
import { cut, shown, wrong } from './value';

/** A text, also where an expression gave a number: a product called 501 has a title all the same. */
export const textOf = (node: IExecuteFunctions, item: number, path: string): string => asText(node, item, path, valueOf(node, item, path));

/** An id. A spreadsheet or JSON may give it as a number, and of one that is too long for a number the last digits are lost. */
export const idOf = (node: IExecuteFunctions, item: number, path: string): string => asId(node, item, path, valueOf(node, item, path));

/** Several ids or names with commas between them; an expression may also give them as a list. */
export function listOf(node: IExecuteFunctions, item: number, path: string): string {
  const value = valueOf(node, item, path);
  const all = Array.isArray(value) && value.every((one) => typeof one !== 'object') ? value : [value];
  return all
    .map((one) => asId(node, item, path, one))
    .join(',')
    .replace(/\s+/g, '');
}

function asText(node: IExecuteFunctions, item: number, path: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') throw notOneText(node, item, path, value);
  const text = String(value).trim();
  if (!text.includes('[object Object]')) return text;
  const expression = expressionOf(node, item, path);
  throw wrong(
    node,
    item,
    `${labelOf(path)} holds an object, not a text: ${shown(text)}`,
    `In its expression${expression ? ` ${cut(expression)}` : ''} name the part that is meant, such as .rendered, .name or .url.`,
  );
}

function asId(node: IExecuteFunctions, item: number, path: string, value: unknown): string {
  const isLost = typeof value === 'number' ? !Number.isSafeInteger(value) : /^\d(\.\d+)?e\+?\d+$/i.test(String(value).trim());
  if (!isLost) return asText(node, item, path, value);
  throw wrong(
    node,
    item,
    `${labelOf(path)} has lost digits: ${shown(value)}`,
    'An ID this long does not fit into a number. Format the column as text where the ID comes from, and enter the ID again there; ' +
      'in JSON put it in quotes.',
  );
}

function notOneText(node: IExecuteFunctions, item: number, path: string, value: object) {
  const isList = Array.isArray(value);
  const isAddress = /(url|link)$/i.test(path);
  const several = isAddress && isList ? ' For several images choose Media Source > Carousel.' : '';
  const parts = suggestionsFor(node, item, path, value);
  return wrong(
    node,
    item,
    `${labelOf(path)} is ${isList ? 'a list' : 'an object'}, not a text: ${shown(value)}`,
    (parts.length ? `Take one part of it: ${parts.join(', ')}.` : 'It is empty: leave the field out, or take another one.') + several,
  );
}

/** The ways to a text in the value, written behind the expression where that is one property. */
function suggestionsFor(node: IExecuteFunctions, item: number, path: string, value: object): string[] {
  const simple = /^\{\{\s*([^{}]+?)\s*\}\}$/.exec(expressionOf(node, item, path) ?? '')?.[1] ?? '';
  return waysInto(value)
    .slice(0, 6)
    .map((way) => (/^[\w$.[\]'"() ]+$/.test(simple) ? `{{ ${simple}${way} }}` : way));
}

function waysInto(value: unknown): string[] {
  if (Array.isArray(value)) return value.length ? waysInto(value[0]).map((way) => `[0]${way}`) : [];
  if (value === null || typeof value !== 'object') return [''];
  return Object.entries(value).flatMap(([key, part]) =>
    waysInto(part).map((way) => (/^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `["${key}"]`) + way),
  );
}
