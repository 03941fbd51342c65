import { importIdField, importPath } from './importId';
import type { Operation } from '../../shared/operation';
import { ask } from '../../shared/transport';

/** Gets an import as it is now. */
export const get: Operation = {
  option: {
    name: 'Get',
    value: 'get',
    action: 'Get import',
    description: 'Retrieve an import: how many rows are worked, became pins, failed or were skipped, and what it waits for',
  },
  fields: [importIdField],

  async run(node, item) {
    const { body } = await ask(node, { path: importPath(node, item), item });
    return body;
  },
};
