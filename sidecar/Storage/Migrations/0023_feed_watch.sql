-- Feeds of products at which Pinterest is asked again and again how it processed them. Of what it answers only ids are kept, as hashes.
create table feed_watches (
    workspace_id text not null references workspaces (id),
    account_id text not null references accounts (id),
    -- Pinterest's
    feed_id text not null,
    ad_account_id text,
    -- what began before this and was over at the first look is not told
    since bigint not null,
    -- hashes of the ids of results: as it is when its end was told or is old, with ~ while it goes on, with ! once that took too long
    seen text not null default '',
    -- 1 when somebody had it processed and no result of that was seen yet
    asked integer not null default 0,
    busy_since bigint,
    last_looked_at bigint,
    next_look_at bigint not null,
    error_code text,
    error_message text,
    error_remediation text,
    -- how often a caller changed it: a look that began before writes nothing
    changes bigint not null default 0,
    -- the process that looks at it, and until when nobody else looks at a feed of this account
    owner text,
    leased_until bigint,
    created_at bigint not null,
    primary key (account_id, feed_id)
);

create index feed_watches_due on feed_watches (next_look_at);
