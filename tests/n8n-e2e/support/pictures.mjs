import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { movie } from './movie.mjs';

const files = {
  '.jpg': ['image/jpeg', readFileSync(new URL('../../../examples/images/oak-wall-clock.jpg', import.meta.url))],
  '.mp4': ['video/mp4', movie(5_000_000)],
  '.txt': ['image/jpeg', Buffer.from('This says that it is a picture, and is none.')],
};

/** A site on this machine with a picture, a film and a text, at every address that ends like one. */
export async function startPictures() {
  const server = createServer(({ url }, answer) => {
    const [type, bytes] = files[url.slice(-4)];
    answer.setHeader('content-type', type).end(bytes);
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
