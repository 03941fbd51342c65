import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { hint } from '../../shared/hints';
import { ask } from '../../shared/transport';

const FINAL = ['published', 'failed', 'unconfirmed', 'canceled'];

// The connector holds an answer for up to a minute; shorter turns notice sooner that an execution was canceled.
const TURN_SECONDS = 25;

/** Waits until a pin is over, or as long as is allowed, and returns it as it is then. */
export async function untilFinal(node: IExecuteFunctions, item: number, pin: IDataObject, limitSeconds: number): Promise<IDataObject> {
  const end = Date.now() + limitSeconds * 1000;
  for (let latest = pin; ; ) {
    // A person may take days.
    if (FINAL.includes(String(latest.status)) || latest.status === 'awaiting_approval') return latest;
    const seconds = Math.min(TURN_SECONDS, Math.ceil((end - Date.now()) / 1000));
    if (seconds <= 0 || startsAfter(latest, end)) {
      const reason = (latest.waiting_for as IDataObject | null)?.message ?? 'It goes on by itself.';
      hint(node, `The pin is still ${latest.status}: ${reason} The trigger, or Pin > Get, tells how it ends.`);
      return latest;
    }
    latest = (await ask(node, { path: `/v1/pins/${pin.id}`, query: { wait: seconds }, item, timeout: (seconds + 30) * 1000 })).body;
  }
}

/** A pin for later cannot be over sooner than that. */
const startsAfter = (pin: IDataObject, end: number) => Date.parse(String((pin.eta as IDataObject | null)?.not_before ?? '')) > end;
