import { get } from './get';
import { getAll } from './getAll';
import { getConnectLink } from './getConnectLink';
import { getRateMeter } from './getRateMeter';
import { hold } from './hold';
import { resume } from './resume';
import { update } from './update';
import type { Resource } from '../../shared/operation';

export const account: Resource = {
  option: { name: 'Account', value: 'account', description: 'A Pinterest account connected to the connector' },
  operations: [get, getConnectLink, getAll, getRateMeter, hold, resume, update],
  first: 'getAll',
};
