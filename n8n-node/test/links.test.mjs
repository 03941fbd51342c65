import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const ours = /https:\/\/github\.com\/pinterest-connector\/pinterest-connector\/(?:blob|tree)\/main\/([\w./-]+)(?:#([\w-]+))?/g;
const links = ['nodes/', 'credentials/']
  .map((folder) => new URL(`n8n-node/${folder}`, root))
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => new URL(file, folder)))
  .filter(({ pathname }) => /\.(ts|json)$/.test(pathname))
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(ours)]);

/** The anchors that GitHub gives the headings of a page. */
const anchorsOf = (page) =>
  [...readFileSync(new URL(page, root), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );

test('documents that the nodes name are there, with the heading', () => {
  assert.ok(links.length > 3, 'no link was found');
  for (const [link, path, anchor] of links) {
    assert.ok(existsSync(new URL(path, root)), link);
    if (anchor === undefined || anchor === 'readme') continue;
    assert.ok(anchorsOf(path.endsWith('.md') ? path : `${path}/README.md`).includes(anchor), link);
  }
});
