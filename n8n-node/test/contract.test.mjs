import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answers as catalogs } from './support/answersCatalog.mjs';
import { description } from './support/description.mjs';
import { reply } from './support/connector.mjs';
import { fullest } from './support/fullest.mjs';
import { action, create, run, trigger } from './support/node.mjs';
import * as samples from './support/samples.mjs';

// The connector of these tests takes only what the sidecar's description allows; here each operation is asked with every field it has.

const answers = {
  ...catalogs,
  'GET /v1/accounts': samples.page([samples.account()]),
  'GET /v1/accounts/acc_1': samples.account(),
  'GET /v1/accounts/acc_1/rate-meter': samples.meter(),
  'PATCH /v1/accounts/acc_1': samples.account(),
  'POST /v1/accounts/acc_1/hold': samples.account({ status: 'held' }),
  'POST /v1/accounts/acc_1/resume': samples.account(),
  'GET /v1/boards': samples.page([samples.board()]),
  'POST /v1/boards': reply(201, samples.board()),
  'GET /v1/boards/42/sections/7/pins': samples.page([samples.livePin()]),
  'GET /v1/pinterest/pins': samples.page([samples.livePin()]),
  'GET /v1/pinterest/search': samples.page([samples.livePin()]),
  'POST /v1/pinterest/pins/99/save': reply(201, samples.livePin()),
  'PATCH /v1/pins/pin_1': samples.published({ live: samples.live() }),
  'GET /v1/boards/42/sections': samples.page([]),
  'POST /v1/boards/42/sections': reply(201, { id: '7', name: 'N' }),
  'POST /v1/imports': reply(202, samples.importOf()),
  'GET /v1/imports/imp_1': samples.importOf(),
  'POST /v1/imports/imp_1/cancel': samples.importOf({ status: 'canceled' }),
  'GET /v1/imports/imp_1/results': samples.page([samples.importResult()]),
  'GET /v1/sources': samples.page([samples.source()]),
  'POST /v1/sources': reply(201, samples.source()),
  'POST /v1/sources/src_1/check': reply(202, samples.source()),
  'DELETE /v1/sources/src_1': reply(204),
  'GET /v1/metrics/account': samples.table(),
  'GET /v1/metrics/pins': samples.table(),
  'GET /v1/metrics/products': samples.groups(),
  'GET /v1/metrics/top-pins': samples.table(),
  'GET /v1/metrics/top-videos': samples.table(),
  'GET /v1/keywords': samples.keywords(),
  'GET /v1/trends': samples.trends(),
  'GET /v1/trends/topics': samples.topics(),
  'GET /v1/trends/product-categories': samples.categories(),
  'GET /v1/audience-insights': samples.audience(),
  'GET /v1/audience-insights/audiences': samples.audiences(),
  'GET /v1/accounts/acc_1/profile': samples.profile(),
  'GET /v1/accounts/acc_1/businesses': { items: [{ username: 'shop', image_url: null }] },
  'GET /v1/accounts/acc_1/websites': samples.page([samples.website()]),
  'GET /v1/accounts/acc_1/websites/code': samples.websiteCode(),
  'POST /v1/accounts/acc_1/websites': samples.website(),
  'GET /v1/pins': samples.page([samples.pin()]),
  'POST /v1/pins': reply(202, samples.pin()),
  'GET /v1/pins/pin_1': samples.published(),
  'DELETE /v1/pins/pin_1': reply(204),
  'POST /v1/pins/pin_1/approve': samples.pin(),
  'POST /v1/pins/pin_1/reject': samples.pin({ status: 'canceled' }),
  'POST /v1/pins/pin_1/cancel': samples.pin({ status: 'canceled' }),
  'POST /v1/pins/pin_1/retry': samples.pin(),
  'POST /v1/pins/validate': {
    valid: true,
    checks: [],
    resolved: { account_id: 'acc_1', board_id: '42', board_section_id: null },
    eta: null,
  },
  'POST /v1/oauth/start': samples.connectLink(),
  'POST /v1/plan': { pins: [], accounts: [] },
};

const fieldsOf = (resource, operation) =>
  action.description.properties.filter(
    ({ displayOptions: { show } = {} }) => show?.resource?.includes(resource) && show.operation?.includes(operation),
  );

// What is only there with another media source (media.test.mjs sends those), or without Search For.
const otherMedia = ['assetId', 'binaryField', 'carousel', 'videoUrl', 'coverAssetId', 'coverImageUrl', 'coverTime', 'filter'];

for (const [name, parameters] of Object.entries(fullest)) {
  const [resource, operation] = name.split(' ');

  test(`${name}: the sidecar takes every field`, async () => {
    const { requests } = await run({ resource, operation, ...parameters }, answers);

    assert.ok(requests.length > 0);
  });

  test(`${name}: no field is left out here`, () => {
    for (const field of fieldsOf(resource, operation).filter((one) => !otherMedia.includes(one.name))) {
      assert.ok(field.name in parameters, field.name);
      if (field.type !== 'collection') continue;
      const inside = field.options.map((one) => one.name).filter((one) => !otherMedia.includes(one));
      assert.deepEqual(Object.keys(parameters[field.name]).sort(), inside.sort(), field.name);
    }
  });
}

test('every operation is here', () => {
  const all = action.description.properties
    .filter(({ name }) => name === 'operation')
    .flatMap((one) => one.options.map(({ value }) => `${one.displayOptions.show.resource[0]} ${value}`));

  assert.deepEqual(Object.keys(fullest).sort(), all.sort());
});

test('what the fields say about lengths is what the sidecar takes', () => {
  const { properties } = description.components.schemas.CreatePinRequest;
  const hints = Object.fromEntries(fieldsOf('pin', 'create').map(({ name, hint }) => [name, hint]));

  for (const [field, name] of [
    ['title', 'title'],
    ['description', 'description'],
    ['altText', 'alt_text'],
    ['link', 'link_url'],
  ]) {
    assert.match(hints[field], new RegExp(`Up to ${properties[name].maxLength} characters`));
  }
});

test('whatever the sidecar takes for a pin can be chosen here', async () => {
  const chosen = (
    await run({ resource: 'pin', operation: 'create', ...fullest['pin create'], options: { callbackUrl: 'https://example.com' } }, answers)
  ).asked('POST /v1/pins')[0].body;
  // Other media, a board's name, and what n8n has binary files for.
  const elsewhere = [
    'asset_id',
    'board',
    'carousel',
    'cover_asset_id',
    'cover_image_url',
    'cover_time_seconds',
    'image_base64',
    'image_content_type',
    'video_url',
  ];

  assert.deepEqual(
    Object.keys(description.components.schemas.CreatePinRequest.properties).sort(),
    [...Object.keys(chosen), ...elsewhere].sort(),
  );
});

test('whatever the sidecar takes for a feed, for items and for a group can be chosen here', async () => {
  for (const [operation, schema, more] of [
    ['createFeed', 'CreateFeedRequest', []],
    ['sendItems', 'SendItemsRequest', []],
    ['updateFeed', 'UpdateFeedRequest', []],
    ['updateGroup', 'UpdateProductGroupRequest', []],
    // Of a catalog it is here; of a feed it has this one instead.
    ['createGroup', 'CreateProductGroupRequest', ['feed_id']],
    // Of a feed it is here; of a catalog it has this one instead.
    ['createReport', 'CreateCatalogReportRequest', ['catalog_id']],
  ]) {
    const { requests } = await run({ resource: 'catalog', operation, ...fullest[`catalog ${operation}`] }, answers);

    assert.deepEqual(
      Object.keys(description.components.schemas[schema].properties).sort(),
      [...Object.keys(requests[0].body), ...more].sort(),
      operation,
    );
  }
});

test('the trigger hears of events that there are', () => {
  const [{ options }] = trigger.description.properties.filter(({ name }) => name === 'events');
  const all = description.components.schemas.EventType.enum;

  for (const { value } of options) assert.ok(all.includes(value), value);
});

test('whatever of an account can be changed can be changed here', async () => {
  const { requests } = await run({ resource: 'account', operation: 'update', ...fullest['account update'] }, answers);

  assert.deepEqual(
    Object.keys(requests[0].body.settings).sort(),
    Object.keys(description.components.schemas.AccountSettingsChange.properties).sort(),
  );
});

test('a request that the sidecar would not take does not pass here', async () => {
  await assert.rejects(run(create({ section: { mode: 'id', value: 'not a number' } }), answers), /board_section_id/);
  await assert.rejects(run(create({ additionalFields: { priority: 11 } }), answers), /priority/);
});
