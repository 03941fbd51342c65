import { sourceIdField, sourcePath } from './sourceId';
import { idOf } from '../../shared/text';
import type { Operation } from '../../shared/operation';
import { ask } from '../../shared/transport';

/** Watches a source no longer. */
export const deleteSource: Operation = {
  option: {
    name: 'Delete',
    value: 'delete',
    action: 'Delete source',
    description: 'Watch a source no longer; the pins that were made of it stay',
  },
  fields: [sourceIdField],

  async run(node, item) {
    await ask(node, { method: 'DELETE', path: sourcePath(node, item), item });
    return { id: idOf(node, item, 'sourceId'), deleted: true };
  },
};
