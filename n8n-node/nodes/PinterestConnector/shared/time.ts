import type { IExecuteFunctions } from 'n8n-workflow';
import { tryToParseDateTime } from 'n8n-workflow';
import { expressionOf, labelOf, valueOf } from './panel';
import { shown, wrong } from './value';

const ISO_8601 = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** A time as the connector takes it, with an offset. One without an offset is meant in the workflow's time zone, as everywhere in n8n. */
export function timeOf(node: IExecuteFunctions, item: number, path: string): string | undefined {
  const time = isoOf(node, item, path);
  return time && (tryToParseDateTime(time, node.getTimezone()).toISO() ?? undefined);
}

/** A day, however much of a time is behind it. */
export const dayOf = (node: IExecuteFunctions, item: number, path: string): string | undefined => isoOf(node, item, path)?.slice(0, 10);

// Whatever else n8n would read, it reads in the zone of its server, or rolls over to another day: the pin would go out then.
function isoOf(node: IExecuteFunctions, item: number, path: string): string | undefined {
  const given = valueOf(node, item, path);
  if (given === undefined || given === '' || (given === null && !madeNoDate(node, item, path))) return undefined;
  const text = textOf(given);
  if (text !== undefined && isIso8601(text)) return text;
  throw wrong(node, item, `${labelOf(path)} is not a date and time: ${shown(text ?? given)}`, adviceFor(given));
}

/** What stands for a time. n8n has its own copy of luxon's class, so that it is known by its mark. */
function textOf(given: unknown): string | undefined {
  if (given instanceof Date) return isNaN(given.getTime()) ? String(given) : given.toISOString();
  if (typeof given === 'string') return given.trim();
  const isTime = typeof given === 'object' && given !== null && 'isLuxonDateTime' in given;
  return isTime ? ((given as unknown as { toISO(): string | null }).toISO() ?? String(given)) : undefined;
}

function isIso8601(text: string): boolean {
  const [, day, minute = '00:00', second = ':00'] = ISO_8601.exec(text) ?? [];
  const moment = new Date(`${day}T${minute}${second}Z`);
  return !isNaN(moment.getTime()) && moment.toISOString().startsWith(`${day}T${minute}`);
}

/** A date that is none is null once it is written: toISO() of luxon does that. */
function madeNoDate(node: IExecuteFunctions, item: number, path: string): boolean {
  const expression = expressionOf(node, item, path) ?? '';
  return /DateTime|\bDate\(|\.toISO/.test(expression) && !/\b(null|undefined)\b/.test(expression);
}

const EXAMPLE =
  'Write it as ISO 8601, like 2027-01-15 or 2027-01-15T08:00:00 (in the time zone of the workflow) or 2027-01-15T08:00:00+01:00.';

function adviceFor(given: unknown): string {
  const number = typeof given === 'number' ? given : /^\d+(\.\d+)?$/.test(String(given).trim()) ? Number(given) : undefined;
  if (number === undefined)
    return `${EXAMPLE} Of another form the expression {{ DateTime.fromFormat($json.date, "M/d/yyyy H:mm") }} makes one.`;
  if (number > 1e11) return `${EXAMPLE} Of milliseconds the expression {{ DateTime.fromMillis($json.date) }} makes one.`;
  if (number > 1e8) return `${EXAMPLE} Of seconds the expression {{ DateTime.fromSeconds($json.date) }} makes one.`;
  return `${EXAMPLE} This looks like the number of a day in a spreadsheet: format its column as text, and write dates like 2027-01-15.`;
}
