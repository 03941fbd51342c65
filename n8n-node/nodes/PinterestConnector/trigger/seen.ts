import type { IDataObject } from 'n8n-workflow';

// The connector tries again for three days; far fewer events than this are under way at once.
const REMEMBERED = 500;

// Two events that arrive at once are each given what n8n had stored before,
// and the later one would overwrite what the earlier one remembers.
const recent = new Map<string, string[]>();

/** Remembers an event; true if it was there already. Deliveries are repeated when an answer is lost. */
export function wasSeen(listener: string, memory: IDataObject, eventId: string): boolean {
  const seen = [...new Set([...((memory.seen ?? []) as string[]), ...(recent.get(listener) ?? [])])];
  if (seen.includes(eventId)) return true;
  memory.seen = [...seen, eventId].slice(-REMEMBERED);
  recent.set(listener, memory.seen as string[]);
  return false;
}
