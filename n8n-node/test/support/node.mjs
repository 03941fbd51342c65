import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { BASE, FakeConnector } from './connector.mjs';

const require = createRequire(import.meta.url);
export const { NodeHelpers, NodeApiError, NodeOperationError } = require('n8n-workflow');
// The class of the expressions of n8n.
export const { DateTime } = require('luxon');
const dist = (path) => require(`../../dist/${path}`);

export const action = new (dist('nodes/PinterestConnector/PinterestConnector.node.js').PinterestConnector)();
export const trigger = new (dist('nodes/PinterestConnector/PinterestConnectorTrigger.node.js').PinterestConnectorTrigger)();
export const boardTrigger = new (dist('nodes/PinterestConnector/PinterestConnectorBoardTrigger.node.js').PinterestConnectorBoardTrigger)();
export const credential = new (dist('credentials/PinterestConnectorApi.credentials.js').PinterestConnectorApi)();
export const { LABELS: labels } = dist('nodes/PinterestConnector/shared/panel.js');
export const signature = dist('nodes/PinterestConnector/trigger/signature.js');

export const API_KEY = 'pck_example';

/**
 * A node as n8n hands it to its functions: parameters with their defaults, helpers, and a connector to talk to.
 * What the panel holds as expressions is in the world's parameters.
 */
export function context(type, given, connector, world = {}) {
  const perItem = Array.isArray(given) ? given : [given];
  const filled = perItem.map((one) =>
    NodeHelpers.getNodeParameters(type.description.properties, one, true, false, { typeVersion: 1 }, type.description),
  );
  const read = (name, item, fallback, options) => {
    const at = (from) =>
      name
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce((found, key) => found?.[key], from);
    // As n8n does: it takes a value out of a field of the panel, and not out of a part of a collection.
    if (options?.extractValue && name.includes('.')) throw new Error('Could not find property');
    if (options?.rawExpressions) return at(world.parameters) ?? at(filled[item] ?? filled[0]) ?? fallback;
    // As given, because filling in defaults makes JSON of a date. Only a field that is not there has the fallback.
    const own = at(perItem[item] ?? perItem[0]);
    const found = own === undefined ? at(filled[item] ?? filled[0]) : own;
    const value = found === undefined && at(world.parameters) === undefined ? fallback : found;
    // As n8n does: a fallback that is undefined is none.
    if (value === undefined && at(world.parameters) === undefined) throw new Error(`Could not get parameter "${name}"`);
    return options?.extractValue && value && typeof value === 'object' && 'mode' in value ? value.value : value;
  };
  const hints = [];
  const items = world.items ?? perItem.map(() => ({ json: {} }));
  return {
    hints,
    getNode: () => ({
      id: 'node-1',
      name: 'Pinterest',
      type: 'x',
      typeVersion: 1,
      position: [0, 0],
      parameters: world.parameters ?? {},
      ...world.node,
    }),
    getWorkflow: () => ({ id: 'workflow-1', name: 'Shop', ...world.workflow }),
    getExecutionId: () => world.executionId ?? '1',
    getWorkflowDataProxy: () => ({ $runIndex: world.runIndex ?? 0 }),
    getTimezone: () => 'Europe/Berlin',
    getInputData: () => items,
    getNodeParameter: read,
    getCredentials: async () => ({ baseUrl: world.baseUrl ?? `${BASE}/`, apiKey: API_KEY }),
    continueOnFail: () => world.continueOnFail ?? false,
    getExecutionCancelSignal: () => world.signal,
    addExecutionHints: (...more) => hints.push(...more),
    helpers: {
      returnJsonArray: (found) => (Array.isArray(found) ? found : [found]).map((json) => ({ json })),
      constructExecutionMetaData: (found, { itemData }) => found.map((one) => ({ ...one, pairedItem: itemData })),
      assertBinaryData: (item, field) => items[item].binary[field],
      getBinaryMetadata: async (id) => ({ fileSize: world.stored[id].length }),
      getBinaryStream: async (id) => Readable.from([world.stored[id]]),
      getBinaryDataBuffer: async (item, field) => Buffer.from(items[item].binary[field].data, 'base64'),
      httpRequestWithAuthentication: async (_, options) => await connector.receive(options),
    },
  };
}

/** Runs the action node and tells what came out, what was asked of the connector, which hints were shown, and the error it ended with. */
export async function attempt(given, answers = {}, world = {}) {
  const connector = new FakeConnector(answers);
  const node = context(action, given, connector, world);
  const ended = await action.execute.call(node).then(
    ([items]) => ({ items }),
    (error) => ({ items: [], error }),
  );
  if (connector.fault) throw connector.fault;
  const hints = node.hints.map(({ message }) => message);
  return {
    ...ended,
    output: ended.items.map(({ json }) => json),
    requests: connector.requests,
    asked: (key) => connector.asked(key),
    hints,
  };
}

/** The same, of a run that must succeed. */
export async function run(...all) {
  const ran = await attempt(...all);
  if (ran.error) throw ran.error;
  return ran;
}

/** The error of a run that must fail. */
export async function failureOf(...all) {
  const { error } = await attempt(...all);
  if (!error) throw new Error('It did not fail.');
  return error;
}

/** A pin to create, and what must be there for it. */
export const create = (fields = {}) => ({
  resource: 'pin',
  operation: 'create',
  board: { mode: 'list', value: '42' },
  imageUrl: 'https://example.com/lamp.jpg',
  title: 'A lamp',
  ...fields,
});

/** The account of the samples, as it is chosen by its ID. */
export const byId = { mode: 'id', value: 'acc_1' };
