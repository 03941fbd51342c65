import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { neededIdOf } from '../../shared/needed';
import { idOf } from '../../shared/text';

const picker = (displayName: string, name: string, method: string, more: Partial<INodeProperties>): INodeProperties => ({
  displayName,
  name,
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select…',
      typeOptions: { searchListMethod: method, searchable: true },
    },
    {
      displayName: 'By ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. 2680059592705',
      validation: [{ type: 'regex', properties: { regex: '^\\d+$', errorMessage: 'IDs of Pinterest consist of digits' } }],
    },
  ],
  ...more,
});

export const catalogField = picker('Catalog', 'catalog', 'searchCatalogs', {
  description: "The catalog of products; the account's oldest one of retail if left empty",
});

export const anyCatalogField: INodeProperties = { ...catalogField, description: 'Only of this catalog. Leave it empty for all catalogs.' };

export const feedField = picker('Feed', 'feed', 'searchFeeds', { required: true, description: 'The feed of products, by its ID' });

export const anyFeedField: INodeProperties = {
  ...feedField,
  required: false,
  description: 'Only of this feed. Leave it empty for all feeds.',
};

export const groupField = picker('Product Group', 'productGroup', 'searchProductGroups', {
  required: true,
  description: 'The group of products, by its ID',
});

/** The chosen catalog or feed; undefined when none was. */
export const catalogOf = (node: IExecuteFunctions, item: number): string | undefined => idOf(node, item, 'catalog') || undefined;
export const feedOf = (node: IExecuteFunctions, item: number): string | undefined => idOf(node, item, 'feed') || undefined;

/** Where the chosen feed or group is. */
export const feedPath = (node: IExecuteFunctions, item: number): string =>
  `/v1/catalogs/feeds/${encodeURIComponent(neededIdOf(node, item, 'feed'))}`;
export const groupPath = (node: IExecuteFunctions, item: number): string =>
  `/v1/catalogs/groups/${encodeURIComponent(neededIdOf(node, item, 'productGroup'))}`;

/** What is left of something that was deleted. */
export const deleted = (node: IExecuteFunctions, item: number, picked: string): IDataObject => ({
  id: idOf(node, item, picked),
  deleted: true,
});
