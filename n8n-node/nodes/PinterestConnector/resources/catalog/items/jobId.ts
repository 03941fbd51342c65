import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { neededIdOf } from '../../../shared/needed';

/** Which job of items an operation is about. */
export const jobIdField: INodeProperties = {
  displayName: 'Job ID',
  name: 'itemJobId',
  type: 'string',
  default: '',
  required: true,
  placeholder: 'e.g. items_01JD…',
  description: 'The ID that Send Items gave (items_…)',
};

/** Where that job is. */
export const jobPath = (node: IExecuteFunctions, item: number): string =>
  `/v1/catalogs/items/${encodeURIComponent(neededIdOf(node, item, 'itemJobId'))}`;
