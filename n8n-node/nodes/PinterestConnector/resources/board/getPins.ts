import { accountField, accountOf } from '../../shared/account';
import { adAccountField, adAccountOf } from '../../shared/adAccount';
import { boardField, sectionField } from '../../shared/board';
import { neededIdOf } from '../../shared/needed';
import type { Operation } from '../../shared/operation';
import { listAll, pagingFields } from '../../shared/paging';
import { simpleLivePin, simplifyField } from '../../shared/simplify';
import { idOf } from '../../shared/text';

/** Lists the pins on a board, or in a section of it. */
export const getPins: Operation = {
  option: {
    name: 'Get Pins',
    value: 'getPins',
    action: 'Get pins of board',
    description: 'List the pins on a board or in a section of it, as Pinterest has them, whoever put them there',
  },
  fields: [
    accountField,
    boardField,
    { ...sectionField, description: 'Only the pins in this section, by its ID' },
    ...pagingFields,
    adAccountField,
    simplifyField,
  ],

  async run(node, item) {
    const section = idOf(node, item, 'section');
    const board = `/v1/boards/${encodeURIComponent(neededIdOf(node, item, 'board'))}`;
    const path = section ? `${board}/sections/${encodeURIComponent(section)}/pins` : `${board}/pins`;
    const pins = await listAll(node, item, path, { ...accountOf(node, item), ...adAccountOf(node, item) });
    return node.getNodeParameter('simplify', item) ? pins.map(simpleLivePin) : pins;
  },
};
