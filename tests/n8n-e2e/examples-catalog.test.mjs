import assert from 'node:assert/strict';
import { test } from 'node:test';
import { says, setUp, shows, startedAt } from './support/examples.mjs';
import { eventually } from './support/processes.mjs';
import { title } from './support/workflows.mjs';
import { world } from './support/world.mjs';

const run = async (workflow) => {
  const ran = await world.n8n.run(workflow);
  assert.equal(ran.status, 'success', ran.error?.message);
  return ran.outputs;
};

test('woocommerce-stock-to-catalog.json tells Pinterest what changed, in one job', async () => {
  const there = await world.sidecar.call('POST', '/v1/catalogs/items', {
    operation: 'upsert',
    country: 'US',
    language: 'en-US',
    items: [{ item_id: 'S-1', attributes: { title: 'A lamp', price: '59.00 USD' } }],
  });
  assert.equal(there.status, 202, JSON.stringify(there.body));
  await eventually('the item is there', async () => {
    const { body } = await world.sidecar.call('GET', `/v1/catalogs/items/${there.body.id}`);
    return body.status === 'completed';
  });
  const product = { status: 'publish', regular_price: '49.00', sale_price: '', stock_status: 'instock' };
  const workflow = setUp('woocommerce-stock-to-catalog.json', (nodes) =>
    says(
      nodes['Product changed'],
      { ...product, sku: 'S-1' },
      { ...product, sku: 'reject-2', sale_price: '39.00', stock_status: 'outofstock' },
      { ...product, sku: '' },
    ),
  );
  const outputs = await run(startedAt(workflow, 'Product changed'));

  const [job] = outputs['Send to Pinterest'][0];
  assert.deepEqual([job.total, job.operation, job.status], [2, 'update', 'completed_with_errors']);
  assert.deepEqual(
    outputs['What failed'][0].map((row) => row.item_id),
    ['reject-2'],
  );
  assert.ok(outputs['What failed'][0][0].what_to_do);
});

test('nightly-feed-report.json says of each feed what Pinterest took', async () => {
  const name = title('Feed');
  const made = await world.sidecar.call('POST', '/v1/catalogs/feeds', {
    name,
    format: 'CSV',
    location: 'https://shop.example.com/issues.csv',
    default_country: 'US',
    default_locale: 'en-US',
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const outputs = await run(
    setUp('nightly-feed-report.json', (nodes) =>
      shows(nodes['Send e-mail'], { subject: nodes['Send e-mail'].parameters.subject, text: nodes['Send e-mail'].parameters.text }),
    ),
  );

  assert.match(outputs['Send e-mail'][0][0].text, new RegExp(`${name}: (processing|completed), .* products taken`));
  await world.sidecar.call('DELETE', `/v1/catalogs/feeds/${made.body.feed_id}`);
});
