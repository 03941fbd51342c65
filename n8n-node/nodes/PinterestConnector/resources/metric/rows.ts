import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { hint } from '../../shared/hints';
import { ask } from '../../shared/transport';

/** Reads a table of numbers: an item a row, or the table as it came. What cannot be seen in the rows is said above them. */
export async function rowsOf(
  node: IExecuteFunctions,
  item: number,
  path: string,
  query: IDataObject,
): Promise<IDataObject | IDataObject[]> {
  const { body } = await ask<IDataObject & { items: IDataObject[] }>(node, { path, query, item });
  const gap = body.problem as IDataObject | null | undefined;
  if (gap) hint(node, `Some pins could not be read: ${gap.message} ${gap.remediation}`, 'warning');
  if (body.complete_through) hint(node, `Numbers are final up to ${body.complete_through}; those of later days may still change.`);
  if (body.next_cursor && body.published_from)
    hint(node, `Pins that were published before ${String(body.published_from).slice(0, 10)} are not in these numbers.`);
  return node.getNodeParameter('simplify', item) ? body.items : body;
}
