import assert from 'node:assert/strict';
import { test } from 'node:test';
import { says, served, setUp, shows, startedAt } from './support/examples.mjs';
import { title } from './support/workflows.mjs';
import { world } from './support/world.mjs';

const ourBoard = () => world.sidecar.boards[0].name;

const run = async (workflow) => {
  const ran = await world.n8n.run(workflow);
  assert.equal(ran.status, 'success', ran.error?.message);
  return ran.outputs;
};

test('product-catalogue-csv.json publishes the rows, and tells how each pin ended', async () => {
  const name = title('A CSV lamp');
  const rows = [
    'title,description,link,image,board',
    `${name},Warm,https://example.com/1,${world.pictures.url}/1.jpg,${ourBoard()}`,
    `A CSV rug,Soft,https://example.com/2,${world.pictures.url}/2.jpg,No such board`,
    '',
  ].join('\n');
  const outputs = await served(
    rows,
    'text/csv',
    async (url) => await run(setUp('product-catalogue-csv.json', (nodes) => (nodes['Get the file'].parameters.url = url))),
  );

  assert.deepEqual(
    outputs.Ended[0].map((row) => [row.title, row.status, row.note]),
    [[name, 'published', '']],
  );
  assert.match(outputs.Ended[0][0].address, /^https:\/\/www\.pinterest\.com\/pin\/\d+/);
  assert.deepEqual([outputs.Refused[0][0].title, outputs.Refused[0][0].status], ['A CSV rug', 'refused']);
  assert.match(outputs.Refused[0][0].note, /No such board/);
  assert.equal(outputs['All rows'][0].length, 2);
});

test('blog-post-to-pin.json pins each post once', async () => {
  const post = (n, body) =>
    `<item><title>Post ${n}</title><link>https://example.com/post-${n}</link>` +
    `<guid>post-${n}</guid><description>${body}</description></item>`;
  const posts = post(1, '&lt;img src="https://example.com/1.jpg"&gt;') + post(2, 'No image');
  const feed = `<rss version="2.0"><channel><title>Blog</title>${posts}</channel></rss>`;
  const workflow = (url) =>
    setUp('blog-post-to-pin.json', (nodes) => {
      nodes['Read the feed'].parameters.url = url;
      nodes['Create pin'].parameters.board.value = ourBoard();
    });
  await served(feed, 'application/rss+xml', async (url) => {
    const saved = await world.n8n.save(workflow(url));
    const [first, second] = [await world.n8n.execute(saved), await world.n8n.execute(saved)];

    assert.deepEqual(
      first.outputs['Create pin'][0].map(({ title }) => title),
      ['Post 1'],
    );
    assert.equal(second.outputs['Create pin'][0][0].id, first.outputs['Create pin'][0][0].id);
  });
});

test('seasonal-campaign.json schedules its pins at their distance', async () => {
  const year = new Date().getUTCFullYear() + 3;
  const outputs = await run(
    setUp('seasonal-campaign.json', (nodes) => {
      const [season, , , , products] = nodes.Campaign.parameters.assignments.assignments;
      season.value = `${year}-12-24`;
      products.value = products.value.replaceAll('Home decor', ourBoard());
    }),
  );

  assert.deepEqual(
    outputs['Its day'][0].map((item) => item.publish_at.slice(0, 13)),
    [`${year}-10-10T18`, `${year}-10-12T18`],
  );
  assert.deepEqual(
    outputs['Create pin'][0].map(({ status }) => status),
    ['scheduled', 'scheduled'],
  );
});

test('publish-and-wait.json goes on with the address of the pin', async () => {
  const outputs = await run(
    setUp('publish-and-wait.json', (nodes) => (nodes.Product.parameters.assignments.assignments.at(-1).value = ourBoard())),
  );

  assert.match(outputs['It is on Pinterest'][0][0].url, /^https:\/\/www\.pinterest\.com\/pin\/\d+/);
});

test('product-catalogue-google-sheet.json writes back what it gave, and what it could not', async () => {
  const row = { description: '', link: 'https://example.com/1', image: `${world.pictures.url}/1.jpg`, status: '' };
  const outputs = await run(
    setUp('product-catalogue-google-sheet.json', (nodes) => {
      says(
        nodes['Read products'],
        { ...row, sku: 'a', title: title('Row'), board: ourBoard() },
        { ...row, sku: 'b', title: 'Row', board: 'No such board' },
        { ...row, sku: 'c', status: 'published' },
      );
      for (const name of ['Write that it waits', 'Write what is wrong']) shows(nodes[name], nodes[name].parameters.columns.value);
    }),
  );

  assert.deepEqual(
    outputs['Write that it waits'][0].map(({ sku }) => sku),
    ['a'],
  );
  const [wrong] = outputs['Write what is wrong'][0];
  assert.equal(wrong.sku, 'b');
  assert.match(wrong.note, /No such board/);
});

test('shopify-product-to-pin.json makes the board of a new category, and pins there', async () => {
  const category = title('Category');
  const product = {
    id: 7,
    title: 'A stool',
    body_html: '<p>Oak, <b>oiled</b>.</p>',
    product_type: category,
    handle: 'stool',
    image: { src: `${world.pictures.url}/1.jpg` },
  };
  const workflow = setUp('shopify-product-to-pin.json', (nodes) => {
    says(nodes['New product'], product);
    const link = nodes.Product.parameters.assignments.assignments.find(({ name }) => name === 'link');
    link.value = link.value.replace('YOUR_SHOP', 'shop.example.com');
  });
  const outputs = await run(startedAt(workflow, 'New product'));

  assert.equal(outputs['Create board'][0][0].name, category);
  assert.equal(outputs['Create pin there'][0][0].board_id, outputs['Create board'][0][0].id);
  assert.equal(outputs.Product[0][0].text, 'Oak, oiled .');
});

test('ai-texts-with-approval.json publishes what was approved, and keeps who did', async () => {
  const workflow = setUp('ai-texts-with-approval.json', (nodes) => {
    says(nodes['Product form'], {
      Product: 'Stool',
      'About it': 'Oak',
      Link: 'https://example.com/stool',
      'Image address': `${world.pictures.url}/1.jpg`,
      Board: ourBoard(),
      'Your name': 'Maria',
    });
    says(nodes['Write texts'], { output: { title: 'Oak stool', description: 'A stool of oak.', alt_text: 'A stool' } });
    shows(nodes.Approve, { html: nodes.Approve.parameters.formFields.values[0].html, 'Publish it?': 'Yes' });
  });
  workflow.nodes = workflow.nodes.filter(({ name }) => !['Model', 'Shape'].includes(name));
  for (const name of ['Model', 'Shape']) delete workflow.connections[name];
  const outputs = await run(startedAt(workflow, 'Product form'));

  assert.match(outputs.Approve[0][0].html, /Oak stool.*Nothing is wrong with it\. It would go out at 20/s);
  const { body } = await world.sidecar.call('GET', `/v1/pins/${outputs['Create pin'][0][0].id}`);
  assert.deepEqual([body.title, body.chosen_by], ['Oak stool', 'Maria']);
});

test('title-from-trends.json reads the words that trend, and its pin awaits approval', async () => {
  const workflow = setUp('title-from-trends.json', (nodes) => {
    says(nodes['Product form'], {
      Product: 'Stool',
      'About it': 'Oak',
      Link: 'https://example.com/stool',
      'Image address': `${world.pictures.url}/1.jpg`,
      Board: ourBoard(),
      'Theme of the board': 'home_decor',
      'Your name': 'Maria',
    });
    shows(nodes['Write title'], { told: nodes['Write title'].parameters.text });
    nodes['Write title'].parameters.assignments.assignments.push({
      id: 'output',
      name: 'output',
      type: 'object',
      value: '{"title":"Modern home decor: an oak stool","keyword":"modern home decor"}',
    });
  });
  workflow.nodes = workflow.nodes.filter(({ name }) => !['Model', 'Shape'].includes(name));
  for (const name of ['Model', 'Shape']) delete workflow.connections[name];
  const outputs = await run(startedAt(workflow, 'Product form'));

  assert.equal(outputs['Trending words'][0].length, 8);
  assert.equal(outputs['Write title'][0].length, 1);
  assert.match(outputs['Write title'][0][0].told, /Words that trend now: .*home decor/s);
  const [pin] = outputs['Create pin'][0];
  assert.equal(pin.status, 'awaiting_approval');
  const { body } = await world.sidecar.call('GET', `/v1/pins/${pin.id}`);
  assert.deepEqual([body.title, body.chosen_by, body.metadata.keyword], ['Modern home decor: an oak stool', 'Maria', 'modern home decor']);
  await world.sidecar.call('PATCH', `/v1/accounts/${pin.account_id ?? body.account_id}`, { settings: { require_approval: false } });
});

test('weekly-metrics-to-sheet.json adds rows of last week', async () => {
  const outputs = await run(setUp('weekly-metrics-to-sheet.json', (nodes) => says(nodes['Add to sheet'], {})));

  assert.ok(outputs['Get top pins'][0].length > 0);
  for (const row of outputs['Add the week'][0]) {
    assert.match(row.week, /^\d{4}-W\d{2}$/);
    assert.equal(row.address, `https://www.pinterest.com/pin/${row.pinterest_pin_id}/`);
  }
});
