import { randomBytes } from 'node:crypto';
import { eventually, freePort, start } from './processes.mjs';

/** The connector as a process of its own. */
export class Sidecar {
  key = `pck_${randomBytes(32).toString('base64url')}`;

  static async start(folder) {
    const sidecar = new Sidecar();
    sidecar.folder = folder;
    sidecar.url = `http://127.0.0.1:${await freePort()}`;
    await sidecar.up();
    return sidecar;
  }

  /** The simulated account that the first start makes, a moment after it answers. */
  async firstAccount() {
    return await eventually('there is an account', async () => (await this.call('GET', '/v1/accounts')).body.items?.[0]);
  }

  /** Connects the account, and removes the limit of pins a day. */
  async connect() {
    const { id } = await this.firstAccount();
    this.account = (await this.call('PATCH', `/v1/accounts/${id}`, { name: 'Shop', settings: { pins_per_day: null } })).body;
    this.boards = (await this.call('GET', `/v1/boards?account_id=${this.account.id}`)).body.items;
  }

  async up() {
    this.process = start('dotnet', [process.env.CONNECTOR_DLL, `--urls=${this.url}`], {
      Connector__DataDirectory: this.folder,
      Connector__BootstrapApiKey: this.key,
      Connector__Network__AllowPrivateAddresses: '127.0.0.1',
    });
    await eventually('the connector answers', async () => (await fetch(`${this.url}/healthz`).catch(() => undefined))?.ok).catch(
      (error) => {
        throw new Error(`${error.message}\n${this.process.output()}`);
      },
    );
  }

  async call(method, path, body) {
    const headers = { Authorization: `Bearer ${this.key}`, 'Content-Type': 'application/json' };
    const answer = await fetch(this.url + path, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : undefined };
  }

  /** What really is on the simulated Pinterest under that title. */
  async onPinterest(title) {
    const { body } = await this.call('GET', `/v1/simulator/pins?account_id=${this.account.id}`);
    return body.items.filter((pin) => pin.title === title);
  }

  stop = async () => await this.process.stop();
}
