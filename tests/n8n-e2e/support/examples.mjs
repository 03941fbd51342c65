import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { manual } from './workflows.mjs';
import { world } from './world.mjs';

const folder = new URL('../../../examples/n8n/', import.meta.url);

export const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
export const textOf = (file) => readFileSync(new URL(file, folder), 'utf8');
export const read = (file) => JSON.parse(textOf(file));
export const isOurs = ({ type }) => type.startsWith('n8n-nodes-pinterest-connector.');

/** The example as somebody would set it up: with a credential and our board and addresses, and started by hand, not by a schedule. */
export function setUp(file, change) {
  const workflow = read(file);
  for (const node of workflow.nodes.filter(isOurs))
    node.credentials = { pinterestConnectorApi: { id: world.credential.id, name: world.credential.name } };
  const start = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger');
  if (start) Object.assign(start, { ...manual(), name: start.name });
  change?.(Object.fromEntries(workflow.nodes.map((node) => [node.name, node])));
  return workflow;
}

/** Replaces a node that would call an outside service with one that returns these items. */
export function says(node, ...jsons) {
  Object.assign(node, {
    type: 'n8n-nodes-base.code',
    typeVersion: 2,
    parameters: { jsCode: `return ${JSON.stringify(jsons.map((json) => ({ json })))}` },
  });
}

/** Adds a manual trigger before a node that an outside event would start. */
export function startedAt(workflow, name) {
  const start = { ...manual(), name: 'By hand' };
  workflow.nodes.push(start);
  workflow.connections[start.name] = { main: [[{ node: name, type: 'main', index: 0 }]] };
  return workflow;
}

/** Replaces a node that would write to an outside service with one that outputs the same expressions. */
export function shows(node, values) {
  const assignments = Object.entries(values).map(([name, value]) => ({ id: randomUUID(), name, value, type: 'string' }));
  Object.assign(node, { type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters: { assignments: { assignments }, options: {} } });
}

/** Serves a text on this machine while something is done with its address. */
export async function served(text, type, use) {
  const server = createServer((_, answer) => answer.setHeader('content-type', type).end(text)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    return await use(`http://127.0.0.1:${server.address().port}/file`);
  } finally {
    server.close();
  }
}
