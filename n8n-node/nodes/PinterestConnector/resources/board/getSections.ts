import { accountField, accountOf } from '../../shared/account';
import { boardField } from '../../shared/board';
import { neededIdOf } from '../../shared/needed';
import type { Operation } from '../../shared/operation';
import { listAll, pagingFields } from '../../shared/paging';

/** Lists the sections of a board. */
export const getSections: Operation = {
  option: {
    name: 'Get Sections',
    value: 'getSections',
    action: 'Get sections of board',
    description: 'List the sections of a board with their IDs',
  },
  fields: [accountField, boardField, ...pagingFields],

  async run(node, item) {
    return await listAll(node, item, `/v1/boards/${encodeURIComponent(neededIdOf(node, item, 'board'))}/sections`, accountOf(node, item));
  },
};
