import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { importFields } from './fields';
import { formOf, formType } from './form';
import { mapOf } from './map';
import { accountOf } from '../../shared/account';
import { sendFile } from '../../shared/files';
import { neededIdOf } from '../../shared/needed';
import type { Operation } from '../../shared/operation';
import { textOf } from '../../shared/text';
import { dayOf } from '../../shared/time';
import { ask } from '../../shared/transport';
import type { Ask } from '../../shared/transport';

// The connector itself gives up after 5 minutes, and says why.
const FETCH_TIMEOUT = 310_000;

/** Imports a file; the answer comes when it is stored, before its rows are worked. */
export const create: Operation = {
  option: {
    name: 'Create',
    value: 'create',
    action: 'Create import',
    description: 'Make pins of the rows of a table, a shop export or a feed. It goes on in the connector; Get says how far it is.',
  },
  fields: importFields,

  async run(node, item) {
    const said = {
      ...accountOf(node, item),
      board: textOf(node, item, 'importBoard'),
      dry_run: node.getNodeParameter('dryRun', item) as boolean,
      event_date: dayOf(node, item, 'options.eventDate'),
      lead_days: node.getNodeParameter('options.leadDays', item, '') as number | '',
      spread: node.getNodeParameter('options.spread', item, '') as boolean | '',
      format: node.getNodeParameter('options.format', item, '') as string,
      name: textOf(node, item, 'options.name'),
    };
    const key = textOf(node, item, 'options.idempotencyKey');
    const isFile = node.getNodeParameter('importSource', item) === 'binary';
    return isFile ? await sent(node, item, said, key) : await fetched(node, item, said, key);
  },
};

async function fetched(node: IExecuteFunctions, item: number, said: IDataObject, key: string): Promise<IDataObject> {
  const body = { ...said, url: neededIdOf(node, item, 'url'), map: mapOf(node, item), idempotency_key: key };
  return (await ask(node, { method: 'POST', path: '/v1/imports', body, item, timeout: FETCH_TIMEOUT })).body;
}

async function sent(node: IExecuteFunctions, item: number, said: IDataObject, key: string): Promise<IDataObject> {
  const field = textOf(node, item, 'binaryField');
  const map = mapOf(node, item);
  const request: Ask = { path: '/v1/imports', query: said, headers: { 'Idempotency-Key': key } };
  if (map) {
    request.headers = { ...request.headers, 'Content-Type': formType };
    request.file = async () => await formOf(node, item, field, map);
  }
  return await sendFile(node, item, field, request, ', or choose File From > URL');
}
