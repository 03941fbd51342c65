import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually, freePort, start } from './processes.mjs';

const home = process.env.N8N_HOME;
const { parse } = createRequire(join(home, 'package.json'))('flatted');

/** A real n8n in a folder of its own, that reaches nothing outside this machine, with our package installed like any community package. */
export class N8n {
  static async start(folder) {
    const n8n = new N8n();
    n8n.folder = folder;
    n8n.url = `http://127.0.0.1:${await freePort()}`;
    n8n.brokerPort = await freePort();
    await n8n.install(process.env.NODE_PACKAGE);
    await n8n.up();
    const owner = { email: 'owner@example.com', firstName: 'E2E', lastName: 'Test', password: `Aa1${randomBytes(12).toString('hex')}` };
    n8n.owner = owner;
    await n8n.call('POST', '/rest/owner/setup', owner);
    return n8n;
  }

  async install(tarball) {
    const nodes = join(this.folder, '.n8n', 'nodes');
    await mkdir(nodes, { recursive: true });
    await writeFile(join(nodes, 'package.json'), '{"name":"installed-nodes","private":true}');
    await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--legacy-peer-deps', '--omit=peer', tarball], { cwd: nodes });
  }

  async up() {
    const { port } = new URL(this.url);
    this.process = start(
      join(home, 'node_modules', '.bin', 'n8n'),
      ['start'],
      {
        N8N_USER_FOLDER: this.folder,
        N8N_ENCRYPTION_KEY: 'only-for-tests-0123456789',
        N8N_PORT: port,
        N8N_LISTEN_ADDRESS: '127.0.0.1',
        N8N_HOST: '127.0.0.1',
        N8N_WEBHOOK_URL: `${this.url}/`,
        N8N_RUNNERS_BROKER_PORT: this.brokerPort,
        N8N_DIAGNOSTICS_ENABLED: 'false',
        N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
        N8N_TEMPLATES_ENABLED: 'false',
        N8N_PERSONALIZATION_ENABLED: 'false',
        EXTERNAL_FRONTEND_HOOKS_URLS: '',
        N8N_DIAGNOSTICS_CONFIG_FRONTEND: '',
        N8N_DIAGNOSTICS_CONFIG_BACKEND: '',
        N8N_SECURE_COOKIE: 'false',
        NO_PROXY: 'localhost,127.0.0.1',
        N8N_LOG_LEVEL: 'info',
      },
      this.folder,
    );
    await eventually('n8n answers', async () => (await fetch(`${this.url}/healthz/readiness`).catch(() => undefined))?.ok, 300).catch(
      (error) => {
        throw new Error(`${error.message}\n${this.process.output()}`);
      },
    );
  }

  async call(method, path, body, headers = {}) {
    const answer = await fetch(this.url + path, {
      method,
      headers: { 'content-type': 'application/json', cookie: this.cookie ?? '', ...headers },
      body: body && JSON.stringify(body),
    });
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    if (cookie) this.cookie = cookie;
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    const read = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
    return read?.data ?? read;
  }

  async save(workflow) {
    return await this.call('POST', '/rest/workflows', { settings: { executionOrder: 'v1' }, ...workflow });
  }

  /** Runs a saved workflow from its manual trigger to its end. */
  async execute(workflow, seconds = 60) {
    const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger').name;
    const { executionId } = await this.call(
      'POST',
      `/rest/workflows/${workflow.id}/run`,
      { workflowData: workflow, triggerToStartFrom: { name: trigger } },
      { 'push-ref': 'e2e' },
    );
    return await this.ended(executionId, seconds);
  }

  async run(workflow) {
    return await this.execute(await this.save(workflow));
  }

  /** An execution once it is over: its status, its error, and what each node put out, by output. */
  async ended(id, seconds = 60) {
    const execution = await eventually(
      `execution ${id} ends`,
      async () => {
        const found = await this.call('GET', `/rest/executions/${id}`);
        return ['success', 'error', 'crashed', 'canceled'].includes(found.status) && found;
      },
      seconds,
    );
    return this.read(execution);
  }

  read({ id, status, data }) {
    const { resultData } = parse(data);
    const outputs = Object.fromEntries(
      Object.entries(resultData.runData).map(([node, runs]) => [
        node,
        runs.at(-1).data?.main?.map((items) => (items ?? []).map(({ json }) => json)) ?? [],
      ]),
    );
    const hints = Object.values(resultData.runData).flatMap((runs) =>
      runs.flatMap((run) => (run.hints ?? []).map(({ message }) => message)),
    );
    return { id, status, error: resultData.error, outputs, hints };
  }

  async executionsOf(workflowId) {
    const { results } = await this.call('GET', `/rest/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId }))}&limit=50`);
    return results;
  }

  /** Publishes a workflow, and waits until its trigger listens; an error is the one that n8n shows. */
  async publish(workflow) {
    await this.call('POST', `/rest/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });
    return await eventually(`workflow ${workflow.name} listens`, async () => {
      const { triggers } = await this.call('GET', `/rest/workflows/${workflow.id}/publication-status`);
      return triggers?.length && triggers.every(({ status }) => ['activated', 'failed'].includes(status)) && triggers;
    });
  }

  unpublish = async (workflow) => await this.call('POST', `/rest/workflows/${workflow.id}/deactivate`, {});

  stop = async () => await this.process.stop();
}
