import { randomUUID } from 'node:crypto';
import { world } from './world.mjs';

const PACKAGE = 'n8n-nodes-pinterest-connector';
let count = 0;

/** A name that no other test uses, so that each finds its own pins. */
export const title = (words) => `${words} ${++count}`;

const node = (type, name, parameters, more = {}) => ({
  id: randomUUID(),
  name,
  type,
  typeVersion: 1,
  position: [0, 0],
  parameters,
  ...more,
});
const credentials = () => ({ pinterestConnectorApi: { id: world.credential.id, name: world.credential.name } });

export const manual = () => node('n8n-nodes-base.manualTrigger', 'Manual', {});
export const action = (parameters, more) =>
  node(`${PACKAGE}.pinterestConnector`, 'Pinterest', parameters, { credentials: credentials(), ...more });
export const trigger = (parameters, more) =>
  node(`${PACKAGE}.pinterestConnectorTrigger`, 'Trigger', parameters, { credentials: credentials(), webhookId: randomUUID(), ...more });
const pollTimes = { item: [{ mode: 'everyMinute' }] };
export const boardTrigger = (parameters) =>
  node(`${PACKAGE}.pinterestConnectorBoardTrigger`, 'Trigger', { pollTimes, ...parameters }, { credentials: credentials() });
export const noOp = (name) => node('n8n-nodes-base.noOp', name, {});
export const download = (path) =>
  node(
    'n8n-nodes-base.httpRequest',
    'Download',
    { url: world.pictures.url + path, options: { response: { response: { responseFormat: 'file' } } } },
    { typeVersion: 4.2 },
  );
export const code = (jsCode) => node('n8n-nodes-base.code', 'Code', { jsCode }, { typeVersion: 2 });

/** A workflow of nodes, each connected to the next. */
export function chain(name, ...nodes) {
  const connections = Object.fromEntries(
    nodes.slice(0, -1).map((one, i) => [one.name, { main: [[{ node: nodes[i + 1].name, type: 'main', index: 0 }]] }]),
  );
  return { name, nodes: nodes.map((one, i) => ({ ...one, position: [220 * i, 0] })), connections };
}

/** What a pin needs, on the first board of the simulated account. */
export const pin = (fields = {}) => ({
  resource: 'pin',
  operation: 'create',
  board: { __rl: true, mode: 'list', value: world.sidecar.boards[0].id },
  mediaSource: 'imageUrl',
  imageUrl: `${world.pictures.url}/lamp.jpg`,
  ...fields,
});
