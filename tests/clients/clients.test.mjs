import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { Sidecar } from '../n8n-e2e/support/sidecar.mjs';

const home = process.env.CLIENTS_HOME;
const here = new URL('.', import.meta.url).pathname;
const description = join(here, '../../sidecar/openapi.json');
let work;

before(async () => {
  work = await mkdtemp(join(tmpdir(), 'connector-clients-'));
});
after(() => rm(work, { recursive: true, force: true }));

describe('the description', { concurrency: true }, () => {
  test('Redocly finds nothing in it', async () => {
    const config = join(here, 'redocly.yaml');
    const { problems } = JSON.parse(await run('redocly', ['lint', description, '--config', config, '--format', 'json']));
    assert.deepEqual(problems.filter((one) => !one.ignored).map((one) => `${one.ruleId}: ${one.message} ${one.location[0]?.pointer}`), []);
  });

  test('Spectral finds nothing in it', async () => {
    const ruleset = join(here, 'spectral.yaml');
    const found = JSON.parse(await run('spectral', ['lint', description, '--ruleset', ruleset, '--format', 'json', '--quiet']));
    assert.deepEqual(found.map((one) => `${one.code}: ${one.message} ${one.path.join('/')}`), []);
  });
});

describe('a client that was generated from it, compiled strictly, publishes a pin', { concurrency: true }, () => {
  let sidecar;
  let image;
  before(async () => {
    sidecar = await Sidecar.start(join(work, 'data'));
    image = (await readFile(join(here, '../../examples/images/cedar-soy-candle.jpg'))).toString('base64');
  });
  after(() => sidecar?.stop());

  test('in TypeScript', async () => {
    const folder = join(work, 'typescript');
    await cp(join(here, 'typescript'), folder, { recursive: true });
    await symlink(join(home, 'node_modules'), join(folder, 'node_modules'));
    await run('openapi-typescript', [description, '--output', join(folder, 'connector.d.ts')]);
    await run('tsc', ['--project', folder]);
    published(await start('node', [join(folder, 'publish.js'), sidecar.url, sidecar.key, image]), 'From TypeScript');
  });

  test('in C#', async () => {
    const client = join(work, 'ConnectorClient.cs');
    // Without the last one NSwag sends 0 for a number that was left out.
    const names = ['/namespace:Connector.Clients', '/className:ConnectorClient'];
    const options = [...names, '/generateNullableReferenceTypes:true', '/generateOptionalPropertiesAsNullable:true'];
    await start('dotnet', ['nswag', 'openapi2csclient', `/input:${description}`, `/output:${client}`, ...options], { cwd: home });
    const built = join(work, 'csharp');
    const build = ['build', join(here, 'csharp'), '-c', 'Release', '--nologo', '-v', 'q', '-o', built];
    await start('dotnet', [...build, `-p:GeneratedClient=${client}`]);
    published(await start('dotnet', [join(built, 'CSharpClient.dll'), sidecar.url, sidecar.key, image]), 'From C#');
  });
});

function published(output, expected) {
  const { status, pinterest_pin_id: id, title, code } = JSON.parse(output.trim().split('\n').at(-1));
  assert.deepEqual({ status, title, code }, { status: 'published', title: expected, code: 'not_found' });
  assert.match(id, /^\d+$/);
}

/** A tool of npm's, and what it prints. */
const run = (tool, args) => start(join(home, 'node_modules/.bin', tool), args);

async function start(program, args, options = {}) {
  const ran = promisify(execFile)(program, args, { maxBuffer: 64 << 20, ...options });
  const { stdout, stderr, error } = await ran.catch((failed) => ({ ...failed, error: failed }));
  if (error && !stdout?.startsWith('{') && !stdout?.startsWith('[')) throw new Error(`${program} ${args[0]}: ${stdout}${stderr}`);
  return stdout;
}
