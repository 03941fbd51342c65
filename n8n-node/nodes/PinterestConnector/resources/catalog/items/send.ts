import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { hint } from '../../../shared/hints';
import { keyOf, ownKeyOf } from '../../../shared/idempotency';
import { neededIdOf } from '../../../shared/needed';
import type { Operation } from '../../../shared/operation';
import { labelOf } from '../../../shared/panel';
import { idOf, listOf, textOf } from '../../../shared/text';
import { ask, given } from '../../../shared/transport';
import { wrong } from '../../../shared/value';
import { jobFailed } from '../../../shared/errors';
import { attributesOf } from './attributes';
import { sendFields } from './sendFields';
import { untilEnded } from './wait';

const SHARED = ['account', 'catalog', 'itemAction', 'country', 'language', 'additionalFields.adAccountId'];

/** Sends all input items as one job: Pinterest takes few requests, and many items in each. */
export const sendItems: Operation = {
  option: {
    name: 'Send Items',
    value: 'sendItems',
    action: 'Send items to catalog',
    description: 'Create, change or delete an item of the catalog for each input item, all in one job (up to 20,000 items, 1 MB)',
  },
  fields: sendFields,

  async runTogether(node) {
    const all = node.getInputData().map((_, item) => item);
    SHARED.forEach((path) => ensureSame(node, all, path));
    const sent = {
      account_id: idOf(node, 0, 'account'),
      ad_account_id: idOf(node, 0, 'additionalFields.adAccountId'),
      catalog_id: idOf(node, 0, 'catalog'),
      operation: textOf(node, 0, 'itemAction'),
      country: textOf(node, 0, 'country'),
      language: textOf(node, 0, 'language'),
      items: all.map((item) => itemOf(node, item)),
    };
    // The execution is in it: stock that is 5, then 0, then 5 again is sent three times.
    const key = ownKeyOf(node, 0) || keyOf(node, 0, given(sent), true);
    const body = { ...sent, idempotency_key: key };
    const { body: job, headers } = await ask(node, { method: 'POST', path: '/v1/catalogs/items', body, item: wrongOne });
    const options = node.getNodeParameter('options', 0, {}) as IDataObject;
    const ended = options.waitForCompletion ? await untilEnded(node, job, Number(options.waitLimit ?? 300)) : job;
    if (options.waitForCompletion && ended.status === 'failed') throw jobFailed(node.getNode(), ended);
    if (ended.status === 'completed_with_errors')
      hint(node, `${ended.failed} of ${ended.total} items failed. Catalog > Get Item Results says why.`, 'warning');
    return [{ json: { ...ended, replayed: headers['idempotent-replayed'] === 'true' }, pairedItem: all.map((item) => ({ item })) }];
  },
};

function itemOf(node: IExecuteFunctions, item: number): IDataObject {
  const action = textOf(node, item, 'itemAction');
  const mask = action === 'update' ? listOf(node, item, 'options.updateMask') : '';
  return {
    item_id: neededIdOf(node, item, 'itemId'),
    ...(action !== 'delete' && { attributes: attributesOf(node, item) }),
    ...(mask && { update_mask: mask.split(',').filter(Boolean) }),
  };
}

/** A job has one of each. */
function ensureSame(node: IExecuteFunctions, all: number[], path: string): void {
  const odd = all.find((item) => idOf(node, item, path) !== idOf(node, 0, path));
  if (odd === undefined) return;
  const advice = 'Send each in a node of its own: put a Switch, or Loop Over Items, before this one.';
  throw wrong(node, odd, `${labelOf(path)} is not the same for all items, and they are one job`, advice);
}

/** The item that a refusal is about: its fields are named like items[3].attributes. */
function wrongOne({ errors }: IDataObject): number | undefined {
  const [, index] = /^items\[(\d+)\]/.exec(Object.keys(errors ?? {})[0] ?? '') ?? [];
  return index === undefined ? undefined : Number(index);
}
