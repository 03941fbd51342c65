import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../../shared/operation';
import { textOf } from '../../../shared/text';
import { ask } from '../../../shared/transport';
import { feedField, feedPath } from '../pickers';
import { ofAccount, whoseOf } from '../whose';
import { formatField, locationField, settingFields, settingsOf } from './settings';

const changes: INodeProperties[] = [
  locationField,
  formatField,
  { displayName: 'Name', name: 'name', type: 'string', default: '', description: 'What no other feed is called' },
  ...settingFields,
];

/** Changes a feed. */
export const updateFeed: Operation = {
  option: {
    name: 'Update Feed',
    value: 'updateFeed',
    action: 'Update feed of products',
    description: 'Change a feed, or stop its processing; its country and language stay what they were',
  },
  fields: ofAccount(feedField, {
    displayName: 'Update Fields',
    name: 'updateFields',
    type: 'collection',
    placeholder: 'Add Field',
    default: {},
    description: 'What changes; everything else stays as it is',
    options: changes.sort((one, other) => one.displayName.localeCompare(other.displayName)),
  }),

  async run(node, item) {
    const body = {
      name: textOf(node, item, 'updateFields.name'),
      location: textOf(node, item, 'updateFields.location'),
      format: textOf(node, item, 'updateFields.feedFormat'),
      ...settingsOf(node, item, 'updateFields'),
    };
    return (await ask(node, { method: 'PATCH', path: feedPath(node, item), query: whoseOf(node, item), body, item })).body;
  },
};
