import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { hint } from './hints';
import { expressionOf, labelOf, valueOf } from './panel';
import { cut } from './value';

/** Why a field came out empty: its expression names what the item does not have; undefined if that is not the reason. */
export function missingIn(node: IExecuteFunctions, item: number, path: string): string | undefined {
  const expression = expressionOf(node, item, path);
  // Whoever writes a fallback knows that the property may be missing.
  if (expression === undefined || /\?|\|\|/.test(expression)) return undefined;

  const json = node.getInputData()[item]?.json ?? {};
  const name = namesIn(expression).find((one) => !(one in json));
  if (name === undefined) return undefined;
  const there = Object.keys(json).join(', ');
  return `The expression ${cut(expression)} names "${name}", which this item does not have. It has ${cut(there) || 'nothing'}.`;
}

function namesIn(expression: string): string[] {
  const found = expression.matchAll(/\$json(?:\.([\p{L}_$][\p{L}\p{N}_$]*)|\[\s*(["'])(.+?)\2\s*\])/gu);
  return [...found].map(([, plain, , quoted]) => plain ?? quoted);
}

/** Shows a hint for each field that is empty because its expression names what the item does not have. */
export function hintAboutBlanks(node: IExecuteFunctions, item: number): void {
  for (const path of pathsOf(node.getNode().parameters)) {
    const reason = missingIn(node, item, path);
    if (reason === undefined) continue;
    const value = valueOf(node, item, path);
    if (value === undefined || value === null || String(value).trim() === '')
      hint(node, `${labelOf(path)} is empty. ${reason}`, 'warning', { key: 'blanks', summary: '{count} fields are empty' });
  }
}

/** Every field of the panel that holds an expression. */
function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value.startsWith('=') ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((one, index) => pathsOf(one, `${path}[${index}]`));
  if (value === null || typeof value !== 'object') return [];
  if ('__rl' in value) return pathsOf((value as IDataObject).value, path);
  return Object.entries(value).flatMap(([name, one]) => pathsOf(one, path ? `${path}.${name}` : name));
}
