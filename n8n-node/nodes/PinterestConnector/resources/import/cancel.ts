import { importIdField, importPath } from './importId';
import type { Operation } from '../../shared/operation';
import { ask } from '../../shared/transport';

/** Stops an import. */
export const cancel: Operation = {
  option: {
    name: 'Cancel',
    value: 'cancel',
    action: 'Cancel import',
    description: 'Work no further row of an import; pins that were made of it stay',
  },
  fields: [importIdField],

  async run(node, item) {
    const { body } = await ask(node, { method: 'POST', path: `${importPath(node, item)}/cancel`, item });
    return body;
  },
};
