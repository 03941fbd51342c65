import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

const DAY = 24 * 60 * 60 * 1000;

/** So long an ID that is not listed any more is remembered, and so old a pin may be that is new on a long board. */
export const RETENTION_DAYS = 30;

/**
 * Those that were not there at the last look. Of what Pinterest lists only hashes of the IDs are kept, each until it has not been
 * listed for 30 days. The first look, and the first after the node watches something else, finds nothing new.
 */
export function newOnes(memory: IDataObject, watched: string, items: IDataObject[], now: number): IDataObject[] {
  const isFirst = memory.watched !== hashOf(watched);
  const known = (isFirst ? {} : (memory.known ?? {})) as Record<string, number>;
  const fresh = items.filter((one) => !(hashOf(String(one.id)) in known));

  const today = Math.floor(now / DAY);
  const kept = Object.entries(known).filter(([, day]) => today - day < RETENTION_DAYS);
  const listed = items.map((one) => [hashOf(String(one.id)), today] as const);
  Object.assign(memory, { watched: hashOf(watched), known: Object.fromEntries([...kept, ...listed]) });
  return isFirst ? [] : fresh;
}

/** An older one may only have come into view again; what does not say when it was made counts as young. */
export function isYoung(pin: IDataObject, now: number): boolean {
  const made = Date.parse(String(pin.created_at));
  return Number.isNaN(made) || now - made < RETENTION_DAYS * DAY;
}

const hashOf = (id: string): string => createHash('sha256').update(id).digest('base64url').slice(0, 12);
