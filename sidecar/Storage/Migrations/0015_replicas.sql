-- The processes that have this database together; SQLite has one, which is not here.
create table replicas (
    id text primary key,
    name text not null,
    started_at bigint not null,
    seen_at bigint not null,
    -- by the clock of the database: who has not said by then that it lives is dead, and others take its accounts
    alive_until bigint not null,
    -- it takes no more accounts
    most bigint
);

-- Raised whenever a replica takes the account over: what was begun before counts no more.
alter table lanes add column fence bigint not null default 0;

-- The replica that renews the token now, and when another may.
alter table accounts add column refreshing_by text;
alter table accounts add column refreshing_until bigint;
