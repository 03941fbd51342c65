import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { idOf } from './text';

/** A board that must be known by its id. */
export const boardField: INodeProperties = {
  displayName: 'Board',
  name: 'board',
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  required: true,
  description: 'The Pinterest board, by its ID',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select a board…',
      typeOptions: { searchListMethod: 'searchBoards', searchable: true },
    },
    {
      displayName: 'By ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. 549755885175',
      validation: [{ type: 'regex', properties: { regex: '^\\d+$', errorMessage: 'A board ID consists of digits' } }],
    },
  ],
};

/** A board to pin to, which may also be named. */
export const namedBoardField: INodeProperties = {
  ...boardField,
  description: 'The board to pin to, by its ID or its exact name (case does not matter). "Board / Section" names a section of a board.',
  modes: [
    ...(boardField.modes ?? []),
    {
      displayName: 'By Name',
      name: 'name',
      type: 'string',
      placeholder: 'e.g. Home decor, or Home decor / Lamps for a section',
    },
  ],
};

export const sectionField: INodeProperties = {
  displayName: 'Board Section',
  name: 'section',
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  description: 'A section of the board, by its ID. Leave it empty to pin to the board itself.',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'None',
      typeOptions: { searchListMethod: 'searchSections', searchable: true },
    },
    {
      displayName: 'By ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. 5185212546284',
      validation: [{ type: 'regex', properties: { regex: '^\\d+$', errorMessage: 'A section ID consists of digits' } }],
    },
  ],
};

/** As the connector takes it: an id, or a name it resolves when it takes the pin. */
export function boardOf(node: IExecuteFunctions, item: number): IDataObject {
  const value = boardIdOf(node, item);
  const { mode } = node.getNodeParameter('board', item) as IDataObject;
  return mode === 'name' ? { board: value } : { board_id: value };
}

export const boardIdOf = (node: IExecuteFunctions, item: number): string => idOf(node, item, 'board');

export const sectionOf = (node: IExecuteFunctions, item: number): IDataObject => ({
  board_section_id: idOf(node, item, 'section') || undefined,
});
