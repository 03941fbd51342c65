import { accountField, accountOf } from '../../shared/account';
import { adAccountField, adAccountOf } from '../../shared/adAccount';
import { boardOf, namedBoardField, sectionField, sectionOf } from '../../shared/board';
import { neededIdOf } from '../../shared/needed';
import type { Operation } from '../../shared/operation';
import { simpleLivePin, simplifyField } from '../../shared/simplify';
import { ask } from '../../shared/transport';

/** Saves a pin that is on Pinterest to a board. */
export const save: Operation = {
  option: {
    name: 'Save',
    value: 'save',
    action: 'Save pin to board',
    description: "Save a pin that is on Pinterest, also somebody else's, to a board at once. Every run saves it again.",
  },
  fields: [
    accountField,
    {
      displayName: 'Pinterest Pin ID',
      name: 'pinterestPinId',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. 230405160165943228',
      description: "The number in the pin's address on Pinterest (pinterest_pin_id of a published pin)",
    },
    namedBoardField,
    sectionField,
    adAccountField,
    simplifyField,
  ],

  async run(node, item) {
    const { body } = await ask(node, {
      method: 'POST',
      path: `/v1/pinterest/pins/${encodeURIComponent(neededIdOf(node, item, 'pinterestPinId'))}/save`,
      query: { ...accountOf(node, item), ...adAccountOf(node, item) },
      body: { ...boardOf(node, item), ...sectionOf(node, item) },
      item,
    });
    return node.getNodeParameter('simplify', item) ? simpleLivePin(body) : body;
  },
};
