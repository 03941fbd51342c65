import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reply } from './support/connector.mjs';
import { attempt, create, DateTime, run } from './support/node.mjs';
import * as samples from './support/samples.mjs';

const answers = { 'POST /v1/pins': reply(202, samples.pin()), 'GET /v1/accounts/acc_1': samples.account() };
const sentAt = async (publishAt) => (await run(create({ publishAt }), answers)).asked('POST /v1/pins')[0].body.publish_at;

for (const [what, given, sent] of [
  ['a day', '2027-01-15', '2027-01-15T00:00:00.000+01:00'],
  ['a time without an offset is one of the workflow', '2027-07-15T08:00:00', '2027-07-15T08:00:00.000+02:00'],
  ['a time without seconds', ' 2027-01-15T08:00 ', '2027-01-15T08:00:00.000+01:00'],
  ['a time of UTC', '2027-01-15T08:00:00.123Z', '2027-01-15T08:00:00.123Z'],
  ['a time with an offset', '2027-01-15T08:00:00-05:30', '2027-01-15T08:00:00.000-05:30'],
  ['a leap day', '2028-02-29', '2028-02-29T00:00:00.000+01:00'],
  ['a DateTime', DateTime.fromISO('2027-01-15T08:00:00', { zone: 'Asia/Tokyo' }), '2027-01-15T08:00:00.000+09:00'],
  ['a Date', new Date('2027-01-15T08:00:00Z'), '2027-01-15T08:00:00.000Z'],
  ['an empty field', '', undefined],
  ['a blank cell', null, undefined],
]) {
  test(`Publish At takes ${what}`, async () => {
    const at = await sentAt(given);

    assert.equal(at && new Date(at).toISOString(), sent && new Date(sent).toISOString());
    if (typeof given === 'string') assert.equal(at, sent);
  });
}

for (const [given, said, advice] of [
  [DateTime.fromISO('foo'), 'Invalid DateTime', /2027-01-15T08:00:00\+01:00/],
  [new Date('foo'), 'Invalid Date', /2027-01-15T08:00:00\+01:00/],
  ['foo', 'foo', /2027-01-15/],
  ['2/1/2027 8:00:00', '2/1/2027 8:00:00', /DateTime\.fromFormat/],
  ['2027-02-31', '2027-02-31', /2027-01-15/],
  ['2027-02-29T08:00:00', '2027-02-29T08:00:00', /2027-01-15/],
  ['2027-01-15 08:00', '2027-01-15 08:00', /2027-01-15T08:00:00/],
  ['2027-01-15T24:30', '2027-01-15T24:30', /2027-01-15/],
  ['Fri, 15 Jan 2027 08:00:00 GMT', 'Fri, 15 Jan 2027 08:00:00 GMT', /2027-01-15/],
  ['46054', '46054', /number of a day in a spreadsheet/],
  [46054, '46054', /number of a day in a spreadsheet/],
  ['46054.33', '46054.33', /number of a day in a spreadsheet/],
  [1795342500, '1795342500', /fromSeconds/],
  [1795342500000, '1795342500000', /fromMillis/],
  [{ date: '2027-01-15' }, '{"date":"2027-01-15"}', /2027-01-15/],
  [true, 'true', /2027-01-15/],
]) {
  test(`Publish At refuses ${said} before anything is sent, with an example`, async () => {
    const { error, requests } = await attempt(create({ publishAt: given }), answers);

    assert.ok(error.message.startsWith('Publish At is not a date and time: '), error.message);
    assert.ok(error.message.includes(said) && error.message.endsWith('[item 0]'), error.message);
    assert.match(error.description, advice);
    assert.equal(requests.length, 0);
  });
}

test('a date that is none is null once toISO() has written it, and is refused all the same', async () => {
  const world = (expression) => ({ parameters: { publishAt: `={{ ${expression} }}` } });
  const { error } = await attempt(create({ publishAt: null }), answers, world('DateTime.fromISO($json.day).toISO()'));

  assert.match(error.message, /^Publish At is not a date and time: null/);
  await run(create({ publishAt: null }), answers, { ...world('$json.day'), items: [{ json: { day: null } }] });
});

for (const [name, parameters] of [
  ['Created After', { resource: 'pin', operation: 'getAll', filters: { createdAfter: '2/1/2027' } }],
  ['Start Date', { resource: 'metric', operation: 'getAccount', options: { startDate: '2/1/2027' } }],
  ['End Date', { resource: 'metric', operation: 'getTopPins', options: { endDate: 46054 } }],
  ['Publish At', { resource: 'plan', operation: 'preview', board: { mode: 'name', value: 'A' }, publishAt: '2/1/2027' }],
]) {
  test(`${name} is read by the same rule`, async () => {
    const { error, requests } = await attempt(parameters);

    assert.ok(error.message.startsWith(`${name} is not a date and time`), error.message);
    assert.equal(requests.length, 0);
  });
}
