import { accountField } from '../../../shared/account';
import { neededIdOf } from '../../../shared/needed';
import type { Operation } from '../../../shared/operation';
import { textOf } from '../../../shared/text';
import { ask } from '../../../shared/transport';
import { catalogField, catalogOf } from '../pickers';
import { additionalField, whoseOf } from '../whose';
import { formatField, locationField, settingFields, settingsOf } from './settings';

/** Makes a feed; it is watched from then on. */
export const createFeed: Operation = {
  option: {
    name: 'Create Feed',
    value: 'createFeed',
    action: 'Create feed of products',
    description: 'Have Pinterest fetch a file of products now and every day. The trigger tells how each processing ends.',
  },
  fields: [
    accountField,
    { displayName: 'Name', name: 'name', type: 'string', default: '', required: true, description: 'What no other feed is called' },
    { ...locationField, required: true },
    formatField,
    {
      displayName: 'Default Country',
      name: 'defaultCountry',
      type: 'string',
      default: 'US',
      required: true,
      placeholder: 'e.g. US',
      description: 'Where the products are sold, in two letters',
    },
    {
      displayName: 'Default Locale',
      name: 'defaultLocale',
      type: 'string',
      default: 'en-US',
      required: true,
      placeholder: 'e.g. en-US',
      description: 'In which language they are described',
    },
    catalogField,
    additionalField(...settingFields),
  ],

  async run(node, item) {
    const body = {
      name: neededIdOf(node, item, 'name'),
      location: neededIdOf(node, item, 'location'),
      format: textOf(node, item, 'feedFormat'),
      default_country: textOf(node, item, 'defaultCountry').toUpperCase(),
      default_locale: textOf(node, item, 'defaultLocale'),
      catalog_id: catalogOf(node, item),
      ...settingsOf(node, item, 'additionalFields'),
    };
    return (await ask(node, { method: 'POST', path: '/v1/catalogs/feeds', query: whoseOf(node, item), body, item })).body;
  },
};
