import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { action, boardTrigger, credential, labels, trigger } from './support/node.mjs';

const root = new URL('../', import.meta.url);
const properties = action.description.properties;
const operations = properties.filter(({ name }) => name === 'operation');
const resources = properties.find(({ name }) => name === 'resource').options;

/** Every field there is, those in collections too, with where it is. */
function everyField(fields, path = '') {
  return fields.flatMap((field) => {
    const at = `${path}${field.displayOptions?.show?.operation ?? ''}.${field.name}`;
    const inner =
      field.type === 'collection' ? field.options : field.type === 'fixedCollection' ? field.options.flatMap(({ values }) => values) : [];
    return [{ at, field, siblings: fields }, ...everyField(inner, at)];
  });
}

const all = [
  ...everyField(properties),
  ...everyField(trigger.description.properties, 'trigger'),
  ...everyField(credential.properties, 'credential'),
];
const isAlphabetical = (names) =>
  assert.deepEqual(
    names,
    [...names].sort((a, b) => a.localeCompare(b)),
  );

test('the menu is the one that is promised', () => {
  assert.deepEqual(
    Object.fromEntries(operations.map((one) => [one.displayOptions.show.resource[0], one.options.map(({ name }) => name)])),
    {
      account: [
        'Claim Website',
        'Get',
        'Get Businesses',
        'Get Connect Link',
        'Get Many',
        'Get Profile',
        'Get Rate Meter',
        'Get Website Code',
        'Get Websites',
        'Hold',
        'Resume',
        'Update',
      ],
      audience: ['Find Keywords', 'Get Audiences', 'Get Insights', 'Get Trending Categories', 'Get Trending Topics', 'Get Trends'],
      board: ['Create', 'Create Section', 'Get Many', 'Get Pins', 'Get Sections'],
      catalog: [
        'Create Feed',
        'Create Product Group',
        'Create Report',
        'Delete Feed',
        'Delete Product Group',
        'Find Items',
        'Get Feed',
        'Get Feed Issues',
        'Get Feed Results',
        'Get Feeds',
        'Get Item Job',
        'Get Item Jobs',
        'Get Item Results',
        'Get Many',
        'Get Product Group',
        'Get Product Group Counts',
        'Get Product Group Products',
        'Get Product Groups',
        'Get Report',
        'Get Report Stats',
        'Ingest Feed',
        'Send Items',
        'Unwatch Feed',
        'Update Feed',
        'Update Product Group',
        'Watch Feed',
      ],
      import: ['Cancel', 'Create', 'Get', 'Get Results'],
      metric: ['Get Account Metrics', 'Get Pin Metrics', 'Get Product Metrics', 'Get Top Pins', 'Get Top Videos'],
      pin: [
        'Approve',
        'Cancel',
        'Create',
        'Delete',
        'Get',
        'Get Many',
        'Get Many From Pinterest',
        'Reject',
        'Retry',
        'Save',
        'Update',
        'Validate',
      ],
      plan: ['Preview'],
      source: ['Check Now', 'Create', 'Delete', 'Get Many'],
    },
  );
});

test('resources, operations and choices are in the order of the alphabet', () => {
  isAlphabetical(resources.map(({ name }) => name));
  for (const { options } of operations) isAlphabetical(options.map(({ name }) => name));
  for (const { field } of all) if (['options', 'multiOptions'].includes(field.type)) isAlphabetical(field.options.map(({ name }) => name));
});

test('fields of collections are in the order of the alphabet', () => {
  for (const { field } of all) if (field.type === 'collection') isAlphabetical(field.options.map(({ displayName }) => displayName));
});

test('every operation has an action of its own and a description, for people and for models', () => {
  const options = operations.flatMap((one) => one.options);

  assert.equal(new Set(options.map(({ action: sentence }) => sentence)).size, options.length);
  for (const { action: sentence, description, name } of options) {
    assert.match(sentence, /^[A-Z][a-z]+ [a-z ]+$/, name);
    assert.ok(description.length > 20, name);
  }
});

test('every field has a description that ends like the others', () => {
  for (const { at, field } of all) {
    if (['resource', 'operation'].includes(field.name)) continue;
    assert.ok(field.description?.length > 5, `${at} has no description`);
    assert.equal(
      /[.]$/.test(field.description),
      field.description.slice(0, -1).includes('. '),
      `${at}: several sentences end with a period, one does not: ${field.description}`,
    );
  }
});

test('whatever decides whether a field shows is there', () => {
  for (const { at, field, siblings } of all) {
    for (const [target, values] of Object.entries({ ...field.displayOptions?.show, ...field.displayOptions?.hide })) {
      const among = target.startsWith('/') ? properties : siblings;
      const found = among.filter(({ name }) => name === target.replace('/', ''));
      const known = found.flatMap(({ type, options }) => (type === 'boolean' ? [true, false] : options.map(({ value }) => value)));
      for (const value of values) assert.ok(known.includes(value), `${at} shows for ${target} = ${value}, which cannot be`);
    }
  }
});

test('whatever a list needs to be filled is there', () => {
  for (const node of [action, trigger, boardTrigger]) {
    for (const { at, field } of everyField(node.description.properties)) {
      for (const mode of field.modes ?? [])
        if (mode.type === 'list') assert.ok(node.methods.listSearch[mode.typeOptions.searchListMethod], at);
    }
  }
});

test('a required field is one that shows', () => {
  for (const { at, field } of all) if (field.required) assert.notEqual(field.type, 'collection', at);
});

test('n8n finds the icons and the files that package.json names', () => {
  const { n8n, files } = JSON.parse(readFileSync(new URL('package.json', root)));

  assert.deepEqual(files, ['dist']);
  for (const file of [...n8n.nodes, ...n8n.credentials]) assert.ok(existsSync(new URL(file, root)), file);
  for (const file of ['connector.svg', 'connector.dark.svg']) assert.ok(existsSync(new URL(`dist/icons/${file}`, root)), file);
});

test('the package brings no dependencies and nothing that does not belong', () => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(new URL('package.json', root)));
  const shipped = readdirSync(new URL('dist', root), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

  assert.equal(dependencies, undefined);
  assert.deepEqual(peerDependencies, { 'n8n-workflow': '*' });
  for (const { name } of shipped) assert.match(name, /\.(js|svg|node\.json)$/);
});

test("n8n shows both nodes as one in its search, with the trigger's text: it is that of the package", () => {
  assert.equal(trigger.description.description, action.description.description);
  assert.match(action.description.description, /^Publish pins to Pinterest/);
});

test('errors call each field as the panel does', () => {
  const inPanel = properties.flatMap(({ name, displayName, type, options }) => [
    [name, displayName],
    ...(type === 'collection' ? options.map((one) => [`${name}.${one.name}`, one.displayName]) : []),
  ]);

  for (const [path, label] of Object.entries(labels))
    assert.deepEqual([...new Set(inPanel.filter(([name]) => name === path).map(([, shown]) => shown))], [label], path);
});

test('the action node can be a tool of an agent, and the trigger is none', () => {
  assert.equal(action.description.usableAsTool, true);
  assert.equal(trigger.description.usableAsTool, undefined);
});
