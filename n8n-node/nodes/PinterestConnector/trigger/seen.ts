import type { IDataObject } from 'n8n-workflow';

// The connector tries again for three days; far fewer events than this are under way at once.
const REMEMBERED = 500;

/** Remembers an event; true if it was there already. Deliveries are repeated when an answer is lost. */
export function wasSeen(memory: IDataObject, eventId: string): boolean {
  const seen = (memory.seen ?? []) as string[];
  if (seen.includes(eventId)) return true;
  memory.seen = [...seen, eventId].slice(-REMEMBERED);
  return false;
}
