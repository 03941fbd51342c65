import { cancel } from './cancel';
import { create } from './create';
import { get } from './get';
import { getResults } from './getResults';
import type { Resource } from '../../shared/operation';

export const imports: Resource = {
  option: { name: 'Import', value: 'import', description: 'A table, a shop export or a feed whose rows become pins' },
  operations: [cancel, create, get, getResults],
  first: 'create',
};
