import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { labelOf, valueOf } from './panel';
import { wrong } from './value';

/** An object, written as JSON or given by an expression; undefined when nothing was said. */
export function jsonOf(node: IExecuteFunctions, item: number, path: string, advice: string): IDataObject | undefined {
  const value = (valueOf(node, item, path) ?? '') as string | IDataObject;
  const read = typeof value === 'string' ? parsed(node, item, path, value.trim() || '{}', advice) : value;
  if (read === null || typeof read !== 'object' || Array.isArray(read)) throw wrong(node, item, `${labelOf(path)} is no object`, advice);
  return Object.keys(read).length > 0 ? read : undefined;
}

/** The same where something must be said. */
export function neededJsonOf(node: IExecuteFunctions, item: number, path: string, advice: string): IDataObject {
  const read = jsonOf(node, item, path, advice);
  if (read) return read;
  throw wrong(node, item, `${labelOf(path)} is empty`, advice);
}

function parsed(node: IExecuteFunctions, item: number, path: string, text: string, advice: string): IDataObject {
  try {
    return JSON.parse(text) as IDataObject;
  } catch (error) {
    throw wrong(node, item, `${labelOf(path)} is no JSON: ${(error as Error).message}`, advice);
  }
}
