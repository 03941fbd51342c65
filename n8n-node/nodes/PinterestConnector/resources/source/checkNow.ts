import { sourceIdField, sourcePath } from './sourceId';
import type { Operation } from '../../shared/operation';
import { ask } from '../../shared/transport';

/** Has a source looked at. */
export const checkNow: Operation = {
  option: {
    name: 'Check Now',
    value: 'checkNow',
    action: 'Check source now',
    description: 'Look at a source now, also where its server says that nothing has changed. It goes on in the connector.',
  },
  fields: [sourceIdField],

  async run(node, item) {
    const { body } = await ask(node, { method: 'POST', path: `${sourcePath(node, item)}/check`, item });
    return body;
  },
};
