import type { INodeProperties } from 'n8n-workflow';
import { account } from './account';
import { audience } from './audience';
import { board } from './board';
import { catalog } from './catalog';
import { imports } from './import';
import { metric } from './metric';
import { pin } from './pin';
import { plan } from './plan';
import { source } from './source';
import { fieldsOf } from '../shared/operation';
import type { Operation } from '../shared/operation';

/** Everything the node can do: its table of contents. */
const resources = [account, audience, board, catalog, imports, metric, pin, plan, source];

export const properties: INodeProperties[] = [
  {
    displayName: 'Resource',
    name: 'resource',
    type: 'options',
    noDataExpression: true,
    default: 'pin',
    options: resources.map(({ option }) => option),
  },
  ...resources.flatMap(fieldsOf),
];

/** The operation of those names; undefined if there is none. */
export function operationOf(resource: string, operation: string): Operation | undefined {
  return resources.find(({ option }) => option.value === resource)?.operations.find(({ option }) => option.value === operation);
}
