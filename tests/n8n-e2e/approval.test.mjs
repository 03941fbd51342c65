import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eventually } from './support/processes.mjs';
import { action, chain, manual, noOp, pin, title, trigger } from './support/workflows.mjs';
import { world } from './support/world.mjs';

const asks = async (required) =>
  await world.sidecar.call('PATCH', `/v1/accounts/${world.sidecar.account.id}`, { settings: { require_approval: required } });

/** A credential of n8n with a key of these scopes. */
async function credential(...scopes) {
  const { body } = await world.sidecar.call('POST', '/v1/keys', { name: scopes.join(' and '), scopes });
  const name = title(scopes.join(' and '));
  const data = { baseUrl: world.sidecar.url, apiKey: body.secret };
  const { id } = await world.n8n.call('POST', '/rest/credentials', { name, type: 'pinterestConnectorApi', data });
  return { credentials: { pinterestConnectorApi: { id, name } } };
}

const decide = async (operation, pinId, more, by) =>
  await world.n8n.run(chain('Decides', manual(), action({ resource: 'pin', operation, pinId, ...more }, by)));

async function waiting(name) {
  const { outputs } = await world.n8n.run(chain('Makes', manual(), action(pin({ title: name }), await credential('publish'))));
  assert.equal(outputs.Pinterest[0][0].status, 'awaiting_approval');
  return outputs.Pinterest[0][0];
}

// All files run in one process and one after the other: hooks outside of a suite would be those of every test.
describe('where the account asks for approval', () => {
  before(() => asks(true));
  after(() => asks(false));

  test('a pin waits, the trigger tells of it, and a person lets it go', async () => {
    const workflow = await world.n8n.save(chain(title('Asks'), trigger({ events: ['pin.awaiting_approval'] }), noOp('After')));
    await world.n8n.publish(workflow);
    const name = title('To be approved');
    const { id } = await waiting(name);
    const [execution] = await eventually('the workflow starts', async () => {
      const found = await world.n8n.executionsOf(workflow.id);
      return found.length > 0 && found;
    });
    const told = (await world.n8n.ended(execution.id)).outputs.After[0][0];
    assert.deepEqual([told.event, told.id, told.status], ['pin.awaiting_approval', id, 'awaiting_approval']);
    await world.n8n.unpublish(workflow);

    const more = { additionalFields: { approvedBy: 'Ana', updatedAt: told.updated_at } };
    const { outputs } = await decide('approve', id, more, await credential('read', 'approve'));

    assert.equal(outputs.Pinterest[0][0].approved_by, 'Ana');
    const { body } = await world.sidecar.call('GET', `/v1/pins/${id}?wait=30`);
    assert.deepEqual([body.status, body.approved_by], ['published', 'Ana']);
    assert.equal((await world.sidecar.onPinterest(name)).length, 1);
  });

  test('a rejected pin is canceled with the reason, and was listed among those that wait until then', async () => {
    const { id } = await waiting(title('To be rejected'));
    const list = { resource: 'pin', operation: 'getAll', returnAll: true, filters: { status: 'awaiting_approval' } };
    const before = await world.n8n.run(chain('Lists', manual(), action(list)));
    assert.ok(before.outputs.Pinterest[0].some((one) => one.id === id));

    const { outputs } = await decide('reject', id, { reason: 'Sold out.', additionalFields: { rejectedBy: 'Ana' } });

    const [rejected] = outputs.Pinterest[0];
    assert.deepEqual([rejected.status, rejected.error_message], ['canceled', 'Ana rejected it: Sold out.']);
  });

  test('a key that publishes cannot approve, and the error says which key can', async () => {
    const { id } = await waiting(title('By itself'));

    const { status, error } = await decide('approve', id, {}, await credential('publish'));

    assert.equal(status, 'error');
    assert.match(error.description, /Put a key with the scope "approve" into the credential/);
    await decide('reject', id);
  });
});
