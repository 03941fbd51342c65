import type { IDataObject } from 'n8n-workflow';
import { neededIdOf } from '../../../shared/needed';
import type { Operation } from '../../../shared/operation';
import { textOf } from '../../../shared/text';
import { ask } from '../../../shared/transport';
import { catalogField, catalogOf } from '../pickers';
import { ofAccount, whoseOf } from '../whose';
import { countryField, languageField } from './fields';
import { partsOf } from './parts';

/** Finds items by the shop's own ids. */
export const findItems: Operation = {
  option: {
    name: 'Find Items',
    value: 'findItems',
    action: 'Find items of catalog',
    description: "Find items by the shop's own IDs, as Pinterest has them, with the IDs of their pins",
  },
  fields: ofAccount(
    {
      displayName: 'Item IDs',
      name: 'itemIds',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. L-1,L-2',
      description: "Comma-separated list of up to 1,000 IDs of the shop's own",
    },
    countryField,
    languageField,
    catalogField,
  ),

  async run(node, item) {
    const ids = partsOf(node, item, 'itemIds');
    const body = {
      item_ids: ids.length > 0 ? ids : [neededIdOf(node, item, 'itemIds')],
      country: textOf(node, item, 'country'),
      language: textOf(node, item, 'language'),
      catalog_id: catalogOf(node, item),
    };
    const request = { method: 'POST' as const, path: '/v1/catalogs/items/find', query: whoseOf(node, item), body, item };
    return (await ask<{ items: IDataObject[] }>(node, request)).body.items;
  },
};
