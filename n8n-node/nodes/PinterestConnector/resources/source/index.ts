import { checkNow } from './checkNow';
import { create } from './create';
import { deleteSource } from './delete';
import { getAll } from './getAll';
import type { Resource } from '../../shared/operation';

export const source: Resource = {
  option: { name: 'Source', value: 'source', description: 'A feed, a sitemap or a shop that is looked at again and again' },
  operations: [checkNow, create, deleteSource, getAll],
  first: 'create',
};
