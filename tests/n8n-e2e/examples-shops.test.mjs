import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { served, setUp } from './support/examples.mjs';
import { world } from './support/world.mjs';

const sample = (name) => readFileSync(new URL(`../shared/shops/${name}`, import.meta.url), 'utf8');

// What a shop answers, and the pin that comes of it; wrong rows come out at the end.
for (const [file, answer, type, title, wrong] of [
  ['shopify-catalogue.json', 'shopify.json', 'application/json', 'Linen cushion | Acme', 0],
  ['woocommerce-catalogue.json', 'woocommerce.json', 'application/json', 'Oak & brass clock', 0],
  ['wordpress-blog.json', 'wordpress.xml', 'application/rss+xml', 'Bread in five minutes – really', 0],
  ['google-sheet-rows.json', 'sheet.csv', 'text/csv', 'A brass lamp', 1],
])
  test(`${file} makes pins of what a shop really answers`, async () => {
    const ran = await served(sample(answer), type, async (url) => {
      const workflow = setUp(file, (nodes) => {
        nodes.Import.parameters.url = url;
        nodes.Wait.parameters = { amount: 3, unit: 'seconds' };
      });
      return await world.n8n.run(workflow);
    });

    assert.equal(ran.status, 'success', ran.error?.message);
    const [{ id }] = ran.outputs.Import[0];
    const [made] = (await world.sidecar.call('GET', `/v1/imports/${id}/results?status=created`)).body.items;
    assert.equal((await world.sidecar.call('GET', `/v1/pins/${made.pin_id}`)).body.title, title);
    assert.equal(ran.outputs['Wrong rows']?.[0]?.length ?? 0, wrong);
  });
