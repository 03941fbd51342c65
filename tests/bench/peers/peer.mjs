// A queue behind one endpoint, which answers as the connector does: 202, once the job is stored.
import Fastify from "fastify";

/** The value of --name=value. */
export function setting(name) {
  return process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
}

/** @param {(pin: object, key: string) => Promise<string>} store Stores a pin under its idempotency key; gives the job's id. */
export async function serve(store) {
  const address = new URL(setting("urls"));
  const app = Fastify();
  app.get("/readyz", async () => ({ status: "ok" }));
  app.post("/v1/pins", async (request, reply) => {
    const id = await store(request.body, request.headers["idempotency-key"]);
    reply.code(202);
    return { id, ...request.body };
  });
  await app.listen({ host: address.hostname, port: Number(address.port) });
}
