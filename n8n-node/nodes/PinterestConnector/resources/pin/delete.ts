import { pinIdField, pinIdOf, pinPath } from '../../shared/pinId';
import type { Operation } from '../../shared/operation';
import { ask } from '../../shared/transport';

/** Forgets a pin, and removes it from Pinterest where that is wanted. */
export const deletePin: Operation = {
  option: {
    name: 'Delete',
    value: 'delete',
    action: 'Delete pin',
    description: 'Make the connector forget a pin that is over, or remove it from Pinterest as well',
  },
  fields: [
    pinIdField,
    {
      displayName: 'Delete From Pinterest',
      name: 'deleteFromPinterest',
      type: 'boolean',
      default: false,
      description: 'Whether to remove the published pin from Pinterest first. This cannot be undone.',
    },
  ],

  async run(node, item) {
    const query = node.getNodeParameter('deleteFromPinterest', item) ? { delete_from_pinterest: true } : {};
    await ask(node, { method: 'DELETE', path: pinPath(node, item), query, item });
    return { deleted: true, id: pinIdOf(node, item) };
  },
};
