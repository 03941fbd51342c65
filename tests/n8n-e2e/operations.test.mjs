import assert from 'node:assert/strict';
import { test } from 'node:test';
import { action, chain, code, manual, pin, title } from './support/workflows.mjs';
import { world } from './support/world.mjs';

/** Runs one operation in n8n and returns what came out. */
async function output(parameters, ...before) {
  const { outputs, status, error } = await world.n8n.run(chain('Operation', manual(), ...before, action(parameters)));
  assert.equal(status, 'success', error?.message);
  return outputs.Pinterest[0];
}

const onPin = (operation, pinId, more) => ({ resource: 'pin', operation, pinId, ...more });
const published = (name, more) => pin({ title: name, options: { waitForCompletion: true }, ...more });

test('a pin is created, waited for, found again, and deleted on Pinterest too', async () => {
  const name = title('A lamp');
  const [created] = await output(
    published(name, { link: 'https://example.com/lamp', additionalFields: { metadata: { entries: [{ name: 'sku', value: name }] } } }),
  );
  assert.equal(created.status, 'published');
  assert.match(created.pinterest_url, /^https:\/\/www\.pinterest\.com\/pin\/\d+/);
  assert.equal((await world.sidecar.onPinterest(name)).length, 1);

  const { replayed, warnings, ...pinned } = created;
  assert.deepEqual(await output(onPin('get', created.id)), [pinned]);
  assert.deepEqual([replayed, warnings.every((warning) => typeof warning === 'string')], [false, true]);
  const found = await output({
    resource: 'pin',
    operation: 'getAll',
    returnAll: true,
    filters: { metadataName: 'sku', metadataValue: name, status: 'published' },
  });
  assert.deepEqual(
    found.map(({ id }) => id),
    [created.id],
  );

  assert.deepEqual(await output(onPin('delete', created.id, { deleteFromPinterest: true })), [{ deleted: true, id: created.id }]);
  assert.equal((await world.sidecar.onPinterest(name)).length, 0);
});

test('a pin for later is canceled', async () => {
  const [scheduled] = await output(pin({ title: title('Later'), publishAt: `${new Date().getUTCFullYear() + 3}-01-01T08:00:00` }));
  assert.equal(scheduled.status, 'scheduled');

  assert.equal((await output(onPin('cancel', scheduled.id)))[0].status, 'canceled');
});

test('a pin that failed is sent again', async () => {
  await world.sidecar.call('POST', '/v1/simulator/faults', { account_id: world.sidecar.account.id, fault: 'image_broken' });
  const failed = await world.n8n.run(chain('Fails', manual(), action(published(title('Again')))));
  assert.equal(failed.status, 'error');
  assert.match(failed.error.description, /\w/);

  const [{ id }] = await output({ resource: 'pin', operation: 'getAll', limit: 1, filters: { status: 'failed' } });
  assert.match((await output(onPin('retry', id)))[0].status, /queued|publishing|published/);
});

test('a pin is checked without being published', async () => {
  const name = title('Checked');
  const [fine] = await output({ ...pin({ title: name }), operation: 'validate' });
  assert.equal(fine.valid, true, fine.problems.join());
  const [wrong] = await output({
    ...pin({ title: name }),
    operation: 'validate',
    board: { __rl: true, mode: 'name', value: 'No such board' },
  });

  assert.equal(wrong.valid, false);
  assert.match(wrong.problems[0], /No such board/);
  assert.equal((await world.sidecar.onPinterest(name)).length, 0);
});

test('boards and sections are made, listed, and pinned to by name', async () => {
  const name = title('Board');
  const [board] = await output({
    resource: 'board',
    operation: 'create',
    name,
    additionalFields: { privacy: 'SECRET', description: 'Made by a test' },
  });
  const here = { __rl: true, mode: 'id', value: board.id };
  await output({ resource: 'board', operation: 'createSection', board: here, name: 'Desk' });

  assert.ok((await output({ resource: 'board', operation: 'getAll', returnAll: true })).some(({ id }) => id === board.id));
  assert.deepEqual(
    (await output({ resource: 'board', operation: 'getSections', board: here })).map((section) => section.name),
    ['Desk'],
  );
  const [made] = await output(published(title('By name'), { board: { __rl: true, mode: 'name', value: `${name} / desk` } }));
  assert.equal(made.board_id, board.id);
});

test('accounts and their meters are read', async () => {
  const { id } = world.sidecar.account;

  assert.equal((await output({ resource: 'account', operation: 'get' }))[0].id, id);
  assert.deepEqual(
    (await output({ resource: 'account', operation: 'getAll' })).map((account) => account.environment),
    ['simulator'],
  );
  assert.equal(
    (await output({ resource: 'account', operation: 'getRateMeter', account: { __rl: true, mode: 'id', value: id } }))[0].tier,
    'standard',
  );
});

test('an account is held, goes on, and changes its pace', async () => {
  const [link] = await output({ resource: 'account', operation: 'getConnectLink', connect: 'again' });
  assert.match(link.authorize_url, /\/oauth\/begin\//);
  assert.equal((await output({ resource: 'account', operation: 'hold' }))[0].status, 'held');
  assert.equal((await output({ resource: 'account', operation: 'resume' }))[0].status, 'active');
  const [{ settings }] = await output({
    resource: 'account',
    operation: 'update',
    updateFields: { daysBetweenSameLink: 0, quietHours: '03:00-03:01', timeZone: 'Europe/Berlin' },
  });
  assert.deepEqual(
    [settings.days_between_same_link, settings.quiet_hours, settings.time_zone],
    [null, { from: '03:00:00', to: '03:01:00' }, 'Europe/Berlin'],
  );
  await output({ resource: 'account', operation: 'update', updateFields: { quietHours: '', timeZone: 'UTC' } });
});

test('a file that is no picture is refused at once where the connector is to look first', async () => {
  const name = title('Looked at');
  const { error } = await world.n8n.run(
    chain('Looks first', manual(), action(pin({ title: name, imageUrl: `${world.pictures.url}/note.txt`, options: { checkFirst: true } }))),
  );

  assert.match(error.message, /\[item 0\]$/);
  assert.equal((await world.sidecar.onPinterest(name)).length, 0);
  assert.equal((await output({ ...pin({ title: name }), operation: 'validate', options: { openLink: true } }))[0].valid, true);
});

test('a published pin is changed on Pinterest, and one that waits is changed here', async () => {
  const name = title('Before');
  const [{ id }] = await output(published(name));
  const after = title('After');
  const [changed] = await output(onPin('update', id, { updateFields: { title: after, description: 'Warm light' } }));
  assert.deepEqual([changed.live_found, changed.live_took, changed.live_pin.title], [true, true, after]);
  assert.deepEqual([(await world.sidecar.onPinterest(name)).length, (await world.sidecar.onPinterest(after)).length], [0, 1]);
  assert.equal((await output(onPin('get', id, { live: true })))[0].live_pin.description, 'Warm light');

  const later = { title: title('Waits'), publishAt: `${new Date().getUTCFullYear() + 3}-01-01T08:00:00` };
  const [waiting] = await output(pin({ ...later, link: 'https://example.com/lamp' }));
  const [cleared] = await output(onPin('update', waiting.id, { updateFields: { title: 'Waits still' }, clearFields: ['link_url'] }));
  assert.deepEqual([cleared.status, cleared.title, cleared.link_url], ['scheduled', 'Waits still', null]);
  await output(onPin('cancel', waiting.id));
});

test('numbers come as rows', async () => {
  const [{ id }] = await output(published(title('Measured')));

  assert.equal((await output({ resource: 'metric', operation: 'getPin', pinIds: id }))[0].pin_id, id);
  assert.ok((await output({ resource: 'metric', operation: 'getAccount', options: { granularity: 'day' } })).length > 1);
  assert.ok(Array.isArray(await output({ resource: 'metric', operation: 'getTopPins', limit: 5 })));
  assert.ok(Array.isArray(await output({ resource: 'metric', operation: 'getProducts', groupBy: 'template' })));
});

test('a plan tells for each item when it would go', async () => {
  const board = { __rl: true, mode: 'name', value: '={{ $json.board }}' };
  const boards = world.sidecar.boards.slice(0, 2).map(({ name }) => ({ json: { board: name } }));
  const planned = await output({ resource: 'plan', operation: 'preview', board }, code(`return ${JSON.stringify(boards)}`));

  assert.deepEqual(
    planned.map(({ board_id: id }) => id),
    world.sidecar.boards.slice(0, 2).map(({ id }) => id),
  );
  assert.ok(planned[0].expected_at <= planned[1].expected_at);
});
