-- Items of a shop's catalog that Pinterest is to create, change or delete, in one request of a caller.
create table item_jobs (
    id text primary key,
    workspace_id text not null references workspaces (id),
    account_id text not null references accounts (id),
    -- the key in whose name it was accepted
    key_id text not null,
    ad_account_id text,
    catalog_id text,
    operation text not null check (operation in ('create', 'update', 'upsert', 'delete')),
    country text not null,
    language text not null,
    idempotency_key text,
    request_hash text not null,
    status text not null check (status in ('queued', 'processing', 'completed', 'completed_with_errors', 'failed')),
    total bigint not null,
    succeeded bigint not null default 0,
    failed bigint not null default 0,
    unconfirmed bigint not null default 0,
    -- how often it was begun since the last step that was written
    tries bigint not null default 0,
    wait_code text,
    wait_message text,
    wait_until bigint,
    error_code text,
    error_message text,
    error_remediation text,
    -- the process that works it, and until when nobody else does
    owner text,
    leased_until bigint,
    created_at bigint not null,
    updated_at bigint not null,
    ended_at bigint
);

create unique index item_jobs_by_key on item_jobs (account_id, idempotency_key);
create index item_jobs_by_workspace on item_jobs (workspace_id, id);
create index item_jobs_open on item_jobs (id) where status in ('queued', 'processing');
create index item_jobs_by_age on item_jobs (ended_at);

-- A job is cut into batches of the size that Pinterest takes.
create table item_batches (
    workspace_id text not null,
    job_id text not null references item_jobs (id),
    number bigint not null,
    -- sending is written before the first byte leaves: a batch that is found so may have reached Pinterest
    state text not null check (state in ('waiting', 'sending', 'sent', 'ended')),
    -- what the caller gave, as JSON, until Pinterest has it
    items text,
    tries bigint not null default 0,
    -- Pinterest's id of it
    batch_id text,
    sent_at bigint,
    primary key (job_id, number)
);

-- What became of each item, in the order in which the caller gave them.
create table item_results (
    workspace_id text not null,
    job_id text not null references item_jobs (id),
    number bigint not null,
    batch bigint not null,
    item_id text not null,
    status text not null check (status in ('waiting', 'succeeded', 'failed', 'unconfirmed', 'not_sent')),
    -- what is wrong and what could be better, as JSON
    details text,
    primary key (job_id, number)
);

create index item_results_by_item on item_results (job_id, batch, item_id);
