import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { neededIdOf } from '../../shared/needed';

/** Which source an operation is about. */
export const sourceIdField: INodeProperties = {
  displayName: 'Source ID',
  name: 'sourceId',
  type: 'string',
  default: '',
  required: true,
  placeholder: 'e.g. src_01JD…',
  description: 'The ID that the connector gave the source (src_…)',
};

/** Where that source is. */
export const sourcePath = (node: IExecuteFunctions, item: number): string =>
  `/v1/sources/${encodeURIComponent(neededIdOf(node, item, 'sourceId'))}`;
