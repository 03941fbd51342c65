// pg-boss on PostgreSQL with its defaults: a job is committed, and so on disk, before its caller is answered.
import PgBoss from "pg-boss";
import { serve, setting } from "./peer.mjs";

const boss = new PgBoss(`postgres://postgres@127.0.0.1:${setting("postgres")}/postgres`);
await boss.start();
await boss.createQueue("pins");
await serve((pin, key) => boss.send("pins", pin, { singletonKey: key }));
