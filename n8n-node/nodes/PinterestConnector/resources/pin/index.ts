import { cancel } from './cancel';
import { create } from './create';
import { deletePin } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { retry } from './retry';
import { validate } from './validate';
import type { Resource } from '../../shared/operation';

export const pin: Resource = {
  option: { name: 'Pin', value: 'pin', description: 'A pin that you ask the connector to publish' },
  operations: [cancel, create, deletePin, get, getAll, retry, validate],
  first: 'create',
};
