import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8n } from './n8n.mjs';
import { startPictures } from './pictures.mjs';
import { Sidecar } from './sidecar.mjs';

/** What all tests share: one connector, one n8n, and a credential with which n8n calls the connector. */
export const world = {};

export async function globalSetup() {
  world.folder = await mkdtemp(join(tmpdir(), 'connector-n8n-'));
  try {
    world.pictures = await startPictures();
    [world.sidecar, world.n8n] = await Promise.all([Sidecar.start(join(world.folder, 'connector')), N8n.start(join(world.folder, 'n8n'))]);
    await world.sidecar.connect();
    const data = { baseUrl: world.sidecar.url, apiKey: world.sidecar.key };
    world.credential = await world.n8n.call('POST', '/rest/credentials', { name: 'Connector', type: 'pinterestConnectorApi', data });
  } catch (error) {
    await globalTeardown();
    throw error;
  }
}

export async function globalTeardown() {
  await Promise.all([world.n8n?.stop(), world.sidecar?.stop()]);
  world.pictures?.stop();
  await rm(world.folder, { recursive: true, force: true });
}
