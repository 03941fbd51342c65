import type { IExecuteFunctions } from 'n8n-workflow';
import { missingIn } from './blanks';
import { labelOf } from './panel';
import { idOf } from './text';
import { wrong } from './value';

/** An id without which there is nothing to ask the connector about. */
export function neededIdOf(node: IExecuteFunctions, item: number, path: string): string {
  const id = idOf(node, item, path);
  if (id) return id;
  throw wrong(node, item, `${labelOf(path)} is empty`, missingIn(node, item, path) ?? `Fill in ${labelOf(path)}.`);
}
