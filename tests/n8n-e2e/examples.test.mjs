import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { manual } from './support/workflows.mjs';
import { world } from './support/world.mjs';

const { NodeHelpers } = createRequire(join(process.env.N8N_HOME, 'package.json'))('n8n-workflow');
const folder = new URL('../../examples/n8n/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (file) => JSON.parse(readFileSync(new URL(file, folder)));
const isOurs = ({ type }) => type.startsWith('n8n-nodes-pinterest-connector.');

const types = (await world.n8n.call('GET', '/types/nodes.json')).reverse();
const typeOf = ({ type, typeVersion }) => types.find(({ name, version }) => name === type && [version].flat().includes(typeVersion));

for (const file of files) {
  test(`${file} is imported: every node is known, and every parameter is one`, async () => {
    const saved = await world.n8n.save(read(file));
    const workflow = await world.n8n.call('GET', `/rest/workflows/${saved.id}`);

    for (const node of workflow.nodes) {
      const type = typeOf(node);
      assert.ok(type, `${node.type} ${node.typeVersion}`);
      const filled = NodeHelpers.getNodeParameters(type.properties, node.parameters, true, false, node, type);
      assert.deepEqual(NodeHelpers.getNodeParametersIssues(type.properties, { ...node, parameters: filled }, type)?.parameters ?? {}, {}, node.name);
      // n8n forgets a parameter that its node does not have, or does not show.
      const kept = NodeHelpers.getNodeParameters(type.properties, node.parameters, false, false, node, type);
      const shown = Object.keys(NodeHelpers.getNodeParameters(type.properties, node.parameters, true, false, node, type));
      for (const name of Object.keys(node.parameters)) assert.ok(name in kept || shown.includes(name), `${node.name} has no ${name}`);
      if (isOurs(node)) assert.deepEqual({ ...filled, ...node.parameters }, filled, node.name);
    }
    for (const [from, kinds] of Object.entries(workflow.connections)) {
      for (const name of [from, ...Object.values(kinds).flat(2).map(({ node }) => node)]) assert.ok(workflow.nodes.some((node) => node.name === name), name);
    }
  });

  test(`${file} holds nothing of anybody's, and says how to set it up`, () => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const { nodes, ...others } = read(file);

    assert.deepEqual(Object.keys(others).sort(), ['connections', 'name', 'settings']);
    assert.ok(nodes.every((node) => !('credentials' in node)));
    assert.doesNotMatch(text, /\$env|pck_|acc_|pina_|whsec_/);
    assert.ok(nodes.some(({ type, parameters }) => type === 'n8n-nodes-base.stickyNote' && parameters.content.includes('**Before the first run:**')));
    for (const node of nodes.filter(isOurs)) assert.ok(!/\d{6,}/.test(JSON.stringify(node.parameters)), `${node.name} names a board or an account`);
  });
}

/** The example as somebody would set it up: with a credential, and what is somebody else's put in place; started by hand. */
function setUp(file, change) {
  const workflow = read(file);
  for (const node of workflow.nodes.filter(isOurs)) node.credentials = { pinterestConnectorApi: { id: world.credential.id, name: world.credential.name } };
  const start = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger');
  if (start) Object.assign(start, { ...manual(), name: start.name });
  change?.(Object.fromEntries(workflow.nodes.map((node) => [node.name, node])));
  return workflow;
}

/** Serves a text on this machine while something is done with its address. */
async function served(text, type, use) {
  const server = createServer((_, answer) => answer.setHeader('content-type', type).end(text)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    return await use(`http://127.0.0.1:${server.address().port}/file`);
  } finally {
    server.close();
  }
}

const run = async (workflow) => {
  const ran = await world.n8n.run(workflow);
  assert.equal(ran.status, 'success', ran.error?.message);
  return ran.outputs;
};

test('product-catalogue-csv.json publishes the rows, and tells what became of each', async () => {
  const rows = `title,description,link,image,board\nA CSV lamp,Warm,https://example.com/1,https://example.com/1.jpg,${world.sidecar.boards[0].name}\nA CSV rug,Soft,https://example.com/2,https://example.com/2.jpg,No such board\n`;
  const outputs = await served(rows, 'text/csv', async (url) => await run(setUp('product-catalogue-csv.json', (nodes) => (nodes['Get the file'].parameters.url = url))));

  assert.deepEqual(outputs.Taken[0].map(({ title }) => title), ['A CSV lamp']);
  assert.match(outputs.Refused[0][0].note, /No such board/);
  assert.equal(outputs['All rows'][0].length, 2);
});

test('blog-post-to-pin.json pins each post once', async () => {
  const post = (n, body) => `<item><title>Post ${n}</title><link>https://example.com/post-${n}</link><guid>post-${n}</guid><description>${body}</description></item>`;
  const feed = `<rss version="2.0"><channel><title>Blog</title>${post(1, '&lt;img src="https://example.com/1.jpg"&gt;')}${post(2, 'No image')}</channel></rss>`;
  const workflow = (url) => setUp('blog-post-to-pin.json', (nodes) => {
    nodes['Read the feed'].parameters.url = url;
    nodes['Create pin'].parameters.board.value = world.sidecar.boards[0].name;
  });
  await served(feed, 'application/rss+xml', async (url) => {
    const saved = await world.n8n.save(workflow(url));
    const [first, second] = [await world.n8n.execute(saved), await world.n8n.execute(saved)];

    assert.deepEqual(first.outputs['Create pin'][0].map(({ title }) => title), ['Post 1']);
    assert.equal(second.outputs['Create pin'][0][0].id, first.outputs['Create pin'][0][0].id);
  });
});

test('seasonal-campaign.json schedules its pins at their distance', async () => {
  const outputs = await run(setUp('seasonal-campaign.json', (nodes) => {
    const [season, , , , products] = nodes.Campaign.parameters.assignments.assignments;
    season.value = '2099-12-24';
    products.value = products.value.replaceAll('Home decor', world.sidecar.boards[0].name);
  }));

  assert.deepEqual(outputs['Its day'][0].map((item) => item.publish_at.slice(0, 13)), ['2099-10-10T18', '2099-10-12T18']);
  assert.deepEqual(outputs['Create pin'][0].map(({ status }) => status), ['scheduled', 'scheduled']);
});

test('publish-and-wait.json goes on with the address of the pin', async () => {
  const outputs = await run(setUp('publish-and-wait.json', (nodes) => (nodes.Product.parameters.assignments.assignments.at(-1).value = world.sidecar.boards[0].name)));

  assert.match(outputs['It is on Pinterest'][0][0].url, /^https:\/\/www\.pinterest\.com\/pin\/\d+/);
});
