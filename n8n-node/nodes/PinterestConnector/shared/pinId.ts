import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { neededIdOf } from './needed';

export const pinIdField: INodeProperties = {
  displayName: 'Pin ID',
  name: 'pinId',
  type: 'string',
  default: '',
  required: true,
  placeholder: 'e.g. pin_01JD…',
  description: "The ID that Create returned (pin_…); not the number in the pin's address on Pinterest",
};

/** The pin that the field names. */
export const pinIdOf = (node: IExecuteFunctions, item: number): string => neededIdOf(node, item, 'pinId');

/** Its path at the connector. */
export const pinPath = (node: IExecuteFunctions, item: number): string => `/v1/pins/${encodeURIComponent(pinIdOf(node, item))}`;
