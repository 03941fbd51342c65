// BullMQ on a Redis that is run with appendfsync always: a job is on disk before its caller is answered.
import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { serve, setting } from "./peer.mjs";

const connection = new Redis({ host: "127.0.0.1", port: Number(setting("redis")), maxRetriesPerRequest: null });
const queue = new Queue("pins", { connection });
await queue.waitUntilReady();
// An id of digits alone is refused.
await serve(async (pin, key) => (await queue.add("pin", pin, { jobId: `pin-${key}` })).id);
