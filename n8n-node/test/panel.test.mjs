import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem, reply } from './support/connector.mjs';
import { create, failureOf, run } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const invalid = (errors) =>
  problem(400, 'validation_failed', 'image_url: is wrong.', 'Correct the fields named in errors and send the request again.', { errors });
const refusedFor = async (errors, fields, world) => await failureOf(create(fields), { 'POST /v1/pins': invalid(errors) }, world);

test('a refused field is called as in the panel, with its value and where that came from', async () => {
  const world = { parameters: { imageUrl: '={{ $json.image }}' }, items: [{ json: { image: 'lamp.jpg' } }] };
  const error = await refusedFor({ image_url: ['must be a complete address.'] }, { imageUrl: 'lamp.jpg' }, world);

  assert.equal(error.message, 'Image URL must be a complete address. It is "lamp.jpg". [item 0]');
  assert.equal(error.description, 'The value came from {{ $json.image }} in Image URL.');
  assert.deepEqual(
    [error.context.details.code, error.context.details.errors],
    ['validation_failed', { image_url: ['must be a complete address.'] }],
  );
});

test('a value that is long is cut', async () => {
  const error = await refusedFor({ link_url: ['must be a complete address.'] }, { link: 'x'.repeat(300) });

  assert.equal(error.message, `Destination Link must be a complete address. It is "${'x'.repeat(79)}…". [item 0]`);
});

for (const [source, label] of [
  ['imageUrl', 'Image URL'],
  ['videoUrl', 'Video URL'],
  ['asset', 'Asset ID'],
  ['carousel', 'Carousel'],
]) {
  test(`without media, ${label} is empty where that is the source`, async () => {
    const needed = 'is needed: give exactly one of image_url, image_base64, asset_id, video_url and carousel.';
    const error = await refusedFor({ image_url: [needed] }, { mediaSource: source, imageUrl: '' });

    assert.equal(error.message, `${label} is empty. [item 0]`);
    assert.equal(error.description, `Fill in ${label}.`);
  });
}

test('a field of Update is called as in the panel', async () => {
  const update = { resource: 'pin', operation: 'update', pinId: 'pin_1', updateFields: { linkUrl: 'nowhere', boardSectionId: '7' } };
  const error = await failureOf(update, {
    'PATCH /v1/pins/pin_1': invalid({ link_url: ['must be a complete address.'], board_section_id: ['is no section of it.'] }),
  });

  assert.equal(
    error.message,
    'Destination Link must be a complete address. It is "nowhere". Board Section ID is no section of it. It is "7". [item 0]',
  );
});

test('Kind and Search For of Get Many From Pinterest are refused together', async () => {
  const own = { resource: 'pin', operation: 'getOwn', filters: { filter: 'exclude_native', searchFor: 'lamp' } };
  const error = await failureOf(own, {});

  assert.equal(error.message, 'Kind and Search For do not go together [item 0]');
});

test('several faults are all said', async () => {
  const error = await refusedFor(
    { title: ['is too long.'], 'carousel[1].link_url': ['must be a complete address.'] },
    {
      mediaSource: 'carousel',
      carousel: { cards: [{ imageUrl: 'https://a.example/1.jpg' }, { imageUrl: 'https://a.example/2.jpg', link: 'nowhere' }] },
    },
  );

  assert.match(error.message, /^Title is too long\. It is "A lamp"\. Destination Link of image 2 in Carousel must be .* It is "nowhere"\./);
});

test('with several accounts the one that is missing is called Account', async () => {
  const said = 'is needed, because the workspace has several accounts: acc_1 (shop), acc_2 (blog).';
  const error = await failureOf(create(), {
    'POST /v1/pins': problem(400, 'account_required', `account_id: ${said}`, 'Say which account with account_id.', {
      errors: { account_id: [said] },
    }),
  });

  assert.equal(
    error.message,
    'Account is empty: it is needed, because the workspace has several accounts: acc_1 (shop), acc_2 (blog). [item 0]',
  );
  assert.equal(error.description, 'Choose one under Account.');
});

for (const parameters of [create(), { resource: 'account', operation: 'get' }]) {
  test(`without an account, ${parameters.resource} ${parameters.operation} says where to connect one`, async () => {
    const error = await failureOf(parameters, {
      'POST /v1/pins': problem(
        409,
        'account_required',
        'This workspace has no Pinterest account yet.',
        'Connect one with POST /v1/accounts.',
      ),
      'GET /v1/accounts': samples.page([]),
    });

    assert.equal(error.message, 'No Pinterest account is connected to the connector yet [item 0]');
    assert.match(error.description, /http:\/\/connector\.test:5280: https:\/\/\S+real-account\.md#4-connect-the-account says how/);
  });
}

test('a board that does not exist says which expression named it', async () => {
  const world = { parameters: { board: { __rl: true, mode: 'name', value: '={{ $json.board }}' } }, items: [{ json: { board: 'Lmps' } }] };
  const detail = 'The account has no board named "Lmps".';
  const error = await failureOf(
    create({ board: { mode: 'name', value: 'Lmps' } }),
    { 'POST /v1/pins': problem(404, 'board_not_found', detail, 'Did you mean "Lamps"?', { errors: { board: [detail] } }) },
    world,
  );

  assert.equal(error.message, `${detail} [item 0]`);
  assert.equal(error.description, 'Did you mean "Lamps"? The value came from {{ $json.board }} in Board.');
});

test('a plan names the field of the item that is wrong', async () => {
  const preview = (link) => ({ resource: 'plan', operation: 'preview', board: { mode: 'name', value: 'A' }, link });
  const error = await failureOf([preview('https://a.example'), preview('nowhere')], {
    'POST /v1/plan': invalid({ 'pins[1].link_url': ['must be a complete address.'] }),
  });

  assert.equal(error.message, 'Destination Link must be a complete address. It is "nowhere". [item 1]');
});

test('what a check says speaks of the panel as well', async () => {
  const check = { name: 'link', status: 'failed', code: 'x', message: 'link_url is no address.', remediation: 'See GET /v1/boards.' };
  const answer = { valid: false, checks: [check], resolved: { account_id: null, board_id: null, board_section_id: null }, eta: null };
  const { output, requests } = await run(
    { ...create(), operation: 'validate', options: { openLink: true } },
    { 'POST /v1/pins/validate': answer },
  );

  assert.deepEqual(output[0].problems, ['Destination Link is no address. See Board > Get Many.']);
  assert.deepEqual(requests[0].query, { open_link: true });
});

const accepted = { 'POST /v1/pins': reply(202, samples.pin()), 'GET /v1/accounts/acc_1': samples.account() };

test('a field whose expression names what the item does not have gets a hint', async () => {
  const world = {
    parameters: { title: '={{ $json.tittle }}', altText: '={{ $json.alt }}' },
    items: [{ json: { title: 'Soup', alt: '' } }],
  };
  const { hints } = await run(create({ title: undefined }), accepted, world);

  assert.deepEqual(hints, [
    'Title is empty. The expression {{ $json.tittle }} names "tittle", which this item does not have. It has title, alt.',
  ]);
});

test('an expression with a fallback, and a text around it, gets none', async () => {
  const parameters = { title: '=Buy {{ $json.tittle }}', altText: '={{ $json.alt ?? "" }}' };

  assert.deepEqual((await run(create({ title: 'Buy ' }), accepted, { parameters, items: [{ json: {} }] })).hints, []);
});

for (const [key, said] of [
  ['sheet-products-', true],
  ['sheet:', true],
  ['sheet-products-7', false],
]) {
  test(`the key ${key} ${said ? 'gets a hint, because a blank cell made it' : 'is fine'}`, async () => {
    const { hints } = await run(create({ options: { idempotencyKey: key } }), accepted);

    assert.equal(
      hints.some((hint) => hint.startsWith(`Idempotency Key "${key}" ends in a separator`)),
      said,
    );
  });
}

test('Check Media and Link First asks the connector to look before it takes the pin', async () => {
  const { requests } = await run([create(), create({ options: { checkFirst: true } })], accepted);

  assert.deepEqual(
    requests.filter(({ method }) => method === 'POST').map(({ query }) => query),
    [{}, { fetch_media: true, open_link: true }],
  );
});
