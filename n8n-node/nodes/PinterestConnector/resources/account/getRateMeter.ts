import type { IDataObject } from 'n8n-workflow';
import { accountField } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { simplifyField } from '../../shared/simplify';
import { soleAccount } from '../../shared/soleAccount';
import { ask } from '../../shared/transport';

/** Tells how much an account may still publish now. */
export const getRateMeter: Operation = {
  option: {
    name: 'Get Rate Meter',
    value: 'getRateMeter',
    action: 'Get rate meter of account',
    description: 'Retrieve whether the account may publish now, when it may next, and how long its queue is',
  },
  fields: [accountField, simplifyField],

  async run(node, item) {
    const { body } = await ask(node, { path: `/v1/accounts/${await soleAccount(node, item)}/rate-meter`, item });
    return node.getNodeParameter('simplify', item) ? simple(body) : body;
  },
};

function simple(meter: IDataObject): IDataObject {
  const queue = meter.queue as IDataObject;
  return {
    account_id: meter.account_id,
    tier: meter.tier,
    can_publish_now: meter.can_publish_now,
    next_publish_at: meter.next_publish_at ?? null,
    blocked_by: (meter.blocked_by as IDataObject | null)?.message ?? null,
    queued: queue.queued,
    scheduled: queue.scheduled,
    publishing: queue.publishing,
    awaiting_approval: queue.awaiting_approval,
    drained_at: queue.drained_at ?? null,
  };
}
