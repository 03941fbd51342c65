import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { wrong } from '../../shared/value';

/** What is which in the file, as the connector takes it; nothing when none was said. */
export function mapOf(node: IExecuteFunctions, item: number): IDataObject | undefined {
  const map = node.getNodeParameter('options.map', item, '') as string | IDataObject;
  if (typeof map !== 'string') return map;
  if (map.trim() === '' || map.trim() === '{}') return undefined;
  try {
    return JSON.parse(map) as IDataObject;
  } catch (error) {
    const advice = 'Correct it, or leave it out: the mapping of the account counts then.';
    throw wrong(node, item, `Map is no JSON: ${(error as Error).message}`, advice);
  }
}
