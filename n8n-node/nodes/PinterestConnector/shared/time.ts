import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError, tryToParseDateTime } from 'n8n-workflow';

/** A time as the connector takes it, with an offset. One without an offset is meant in the workflow's time zone, as everywhere in n8n. */
export function timeOf(node: IExecuteFunctions, itemIndex: number, field: string, given: unknown): string | undefined {
  if (given === undefined || given === null || given === '') return undefined;
  try {
    return tryToParseDateTime(given, node.getTimezone()).toISO() ?? undefined;
  } catch (error) {
    throw new NodeOperationError(node.getNode(), `${field} is not a time: "${String(given)}"`, {
      itemIndex,
      description: `Write it like 2027-01-15T08:00:00+01:00, or choose it in the calendar. (${(error as Error).message})`,
    });
  }
}
