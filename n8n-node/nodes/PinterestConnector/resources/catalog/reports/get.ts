import { neededIdOf } from '../../../shared/needed';
import type { Operation } from '../../../shared/operation';
import { ask } from '../../../shared/transport';
import { ofAccount, whoseOf } from '../whose';

/** Tells where a report is. */
export const getReport: Operation = {
  option: {
    name: 'Get Report',
    value: 'getReport',
    action: 'Get report of catalog',
    description: 'Retrieve whether a report is ready, and where it is downloaded; ask again in a minute while it is not',
  },
  fields: ofAccount({
    displayName: 'Report Token',
    name: 'reportToken',
    type: 'string',
    typeOptions: { password: true },
    default: '',
    required: true,
    placeholder: 'e.g. {{ $json.token }}',
    description: 'What Create Report gave',
  }),

  async run(node, item) {
    const query = { ...whoseOf(node, item), token: neededIdOf(node, item, 'reportToken') };
    return (await ask(node, { path: '/v1/catalogs/reports', query, item })).body;
  },
};
