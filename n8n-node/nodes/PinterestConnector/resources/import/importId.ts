import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { neededIdOf } from '../../shared/needed';

/** Which import an operation is about. */
export const importIdField: INodeProperties = {
  displayName: 'Import ID',
  name: 'importId',
  type: 'string',
  default: '',
  required: true,
  placeholder: 'e.g. imp_01JD…',
  description: 'The ID that the connector gave the import (imp_…)',
};

/** Where that import is. */
export const importPath = (node: IExecuteFunctions, item: number): string =>
  `/v1/imports/${encodeURIComponent(neededIdOf(node, item, 'importId'))}`;
