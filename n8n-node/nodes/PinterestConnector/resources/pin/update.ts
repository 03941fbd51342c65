import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { pinIdField, pinPath } from '../../shared/pinId';
import type { Operation } from '../../shared/operation';
import { sentence, simpleLivePin, simplePin, simplifyField } from '../../shared/simplify';
import { idOf, textOf } from '../../shared/text';
import { ask } from '../../shared/transport';

const updateFields: INodeProperties = {
  displayName: 'Update Fields',
  name: 'updateFields',
  type: 'collection',
  placeholder: 'Add Field',
  default: {},
  description: 'What changes; everything else stays as it is',
  options: [
    { displayName: 'Alt Text', name: 'altText', type: 'string', default: '', description: 'What the image shows, up to 500 characters' },
    {
      displayName: 'Board',
      name: 'board',
      type: 'string',
      default: '',
      placeholder: 'e.g. Home decor / Lamps',
      description: 'The board to move the pin to, by its ID or its exact name. "Board / Section" names a section of a board.',
    },
    {
      displayName: 'Board Section ID',
      name: 'boardSectionId',
      type: 'string',
      default: '',
      placeholder: 'e.g. 5185212546284',
      description: 'The section of its board to move the pin to',
    },
    {
      displayName: 'Description',
      name: 'description',
      type: 'string',
      typeOptions: { rows: 4 },
      default: '',
      description: 'The new description, up to 800 characters',
    },
    {
      displayName: 'Destination Link',
      name: 'linkUrl',
      type: 'string',
      default: '',
      placeholder: 'e.g. https://example.com/lamp',
      description: 'The page a click on the pin leads to',
    },
    { displayName: 'Title', name: 'title', type: 'string', default: '', description: 'The new title, up to 100 characters' },
  ],
};

const clearFields: INodeProperties = {
  displayName: 'Clear Fields',
  name: 'clearFields',
  type: 'multiOptions',
  default: [],
  options: [
    { name: 'Alt Text', value: 'alt_text' },
    { name: 'Board Section', value: 'board_section_id' },
    { name: 'Description', value: 'description' },
    { name: 'Destination Link', value: 'link_url' },
    { name: 'Title', value: 'title' },
  ],
  description: 'What the pin has no longer; without Board Section the pin is on the board itself. What Update Fields gives is not cleared.',
};

/** Changes a pin: one that waits here, one that is published on Pinterest. */
export const update: Operation = {
  option: {
    name: 'Update',
    value: 'update',
    action: 'Update pin',
    description: 'Change a pin that waits, or a published one on Pinterest, where it is looked whether that took',
  },
  fields: [pinIdField, updateFields, clearFields, simplifyField],

  async run(node, item) {
    const { body } = await ask(node, {
      method: 'PATCH',
      path: pinPath(node, item),
      body: changesOf(node, item),
      cleared: node.getNodeParameter('clearFields', item, []) as string[],
      item,
    });
    if (!node.getNodeParameter('simplify', item)) return body;
    return { ...simplePin(body), ...liveOf(body), warnings: ((body.warnings ?? []) as IDataObject[]).map(sentence) };
  },
};

/** How the pin is on Pinterest, where somebody looked. */
export const liveOf = (pin: IDataObject): IDataObject => {
  const live = (pin.live ?? {}) as IDataObject;
  return {
    live_found: live.found ?? null,
    live_took: live.took ?? null,
    live_differs: live.differs ?? null,
    live_pin: live.pin ? simpleLivePin(live.pin as IDataObject) : null,
  };
};

const changesOf = (node: IExecuteFunctions, item: number): IDataObject => ({
  title: textOf(node, item, 'updateFields.title'),
  description: textOf(node, item, 'updateFields.description'),
  alt_text: textOf(node, item, 'updateFields.altText'),
  link_url: textOf(node, item, 'updateFields.linkUrl'),
  board: idOf(node, item, 'updateFields.board'),
  board_section_id: idOf(node, item, 'updateFields.boardSectionId'),
});
