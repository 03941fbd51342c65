import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { hint } from '../../../shared/hints';
import { ask } from '../../../shared/transport';

const FINAL = ['completed', 'completed_with_errors', 'failed'];
const LONGEST_PAUSE = 15_000;

/** Asks again and again until a job of items is over, or as long as is allowed, and returns it as it is then. */
export async function untilEnded(node: IExecuteFunctions, job: IDataObject, limitSeconds: number): Promise<IDataObject> {
  const end = Date.now() + limitSeconds * 1000;
  let latest = job;
  for (let pause = 1000; !FINAL.includes(String(latest.status)); pause = Math.min(LONGEST_PAUSE, pause * 2)) {
    const left = end - Date.now();
    if (left <= 0 || node.getExecutionCancelSignal()?.aborted) {
      const reason = (latest.waiting_for as IDataObject | null)?.message ?? 'It goes on by itself.';
      hint(node, `The job is still ${latest.status}: ${reason} The trigger, or Catalog > Get Item Job, tells how it ends.`);
      return latest;
    }
    await sleep(Math.min(pause, left));
    latest = (await ask(node, { path: `/v1/catalogs/items/${encodeURIComponent(String(job.id))}` })).body;
  }
  return latest;
}
