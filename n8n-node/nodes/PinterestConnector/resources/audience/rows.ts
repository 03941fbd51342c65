import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { ask } from '../../shared/transport';

/** Reads a table: an item a row, or the table as it came. */
export async function rowsOf(
  node: IExecuteFunctions,
  item: number,
  path: string,
  query: IDataObject,
): Promise<IDataObject | IDataObject[]> {
  const { body } = await ask<IDataObject & { items: IDataObject[] }>(node, { path, query, item });
  return node.getNodeParameter('simplify', item) ? body.items : body;
}
