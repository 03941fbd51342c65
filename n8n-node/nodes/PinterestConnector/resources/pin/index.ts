import { approve } from './approve';
import { cancel } from './cancel';
import { create } from './create';
import { deletePin } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getOwn } from './getOwn';
import { reject } from './reject';
import { retry } from './retry';
import { save } from './save';
import { update } from './update';
import { validate } from './validate';
import type { Resource } from '../../shared/operation';

export const pin: Resource = {
  option: { name: 'Pin', value: 'pin', description: 'A pin that you ask the connector to publish' },
  operations: [approve, cancel, create, deletePin, get, getAll, getOwn, reject, retry, save, update, validate],
  first: 'create',
};
