import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { chain, manual, title } from './support/workflows.mjs';
import { world } from './support/world.mjs';

let credential;

before(async () => {
  const data = { token: world.sidecar.key };
  credential = await world.n8n.call('POST', '/rest/credentials', { name: 'Connector by MCP', type: 'httpBearerAuth', data });
});

/** Calls a tool of the connector with n8n's own MCP client node. */
function call(tool, input) {
  const client = {
    id: randomUUID(),
    name: 'MCP Client',
    type: '@n8n/n8n-nodes-langchain.mcpClient',
    typeVersion: 1.1,
    position: [0, 0],
    parameters: {
      serverTransport: 'httpStreamable',
      endpointUrl: `${world.sidecar.url}/mcp`,
      authentication: 'bearerAuth',
      tool: { __rl: true, mode: 'id', value: tool },
      inputMode: 'json',
      jsonInput: JSON.stringify(input),
      options: {},
    },
    credentials: { httpBearerAuth: { id: credential.id, name: 'Connector by MCP' } },
  };
  return world.n8n.run(chain('MCP', manual(), client));
}

test("n8n's MCP client makes a pin that awaits approval, once, and reads why it is refused", async () => {
  const name = title('By MCP');
  const pin = {
    account_id: world.sidecar.account.id,
    board: world.sidecar.boards[0].name,
    title: name,
    image_url: `${world.pictures.url}/lamp.jpg`,
    idempotency_key: name,
  };

  const [first, again] = [await call('create_pin', pin), await call('create_pin', pin)];

  assert.equal(first.status, 'success', first.error?.message);
  const [made, same] = [first, again].map((ran) => ran.outputs['MCP Client'][0][0].structuredContent);
  assert.equal(made.pin.status, 'awaiting_approval');
  assert.deepEqual([same.pin.id, made.is_new, same.is_new], [made.pin.id, true, false]);

  const refused = await call('create_pin', { ...pin, board: 'No such board', idempotency_key: `${name} b` });
  assert.equal(refused.status, 'error');
  assert.match(refused.error.message, /board_not_found.*list_boards/);
});
