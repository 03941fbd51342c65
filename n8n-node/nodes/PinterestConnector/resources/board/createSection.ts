import { accountField, accountOf } from '../../shared/account';
import { boardField } from '../../shared/board';
import { neededIdOf } from '../../shared/needed';
import type { Operation } from '../../shared/operation';
import { textOf } from '../../shared/text';
import { ask } from '../../shared/transport';

/** Makes a section of a board. */
export const createSection: Operation = {
  option: {
    name: 'Create Section',
    value: 'createSection',
    action: 'Create section of board',
    description: 'Make a new section of a board',
  },
  fields: [
    accountField,
    boardField,
    {
      displayName: 'Name',
      name: 'name',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. Lamps',
      hint: 'Up to 180 characters',
      description: 'What the new section is called, up to 180 characters',
    },
  ],

  async run(node, item) {
    const { body } = await ask(node, {
      method: 'POST',
      path: `/v1/boards/${encodeURIComponent(neededIdOf(node, item, 'board'))}/sections`,
      query: accountOf(node, item),
      body: { name: textOf(node, item, 'name') },
      item,
    });
    return body;
  },
};
