-- Files of products or posts that become pins, row by row.
create table imports (
    id text primary key,
    workspace_id text not null references workspaces (id),
    account_id text not null references accounts (id),
    -- the key in whose name its pins are accepted
    key_id text not null,
    name text not null,
    -- where it was fetched from; null for a file that was sent
    source_url text,
    format text not null,
    encoding text not null,
    dry_run integer not null,
    -- what is which and what becomes of it, as JSON
    mapping text not null,
    idempotency_key text,
    request_hash text not null,
    bytes bigint not null,
    status text not null check (status in ('queued', 'running', 'completed', 'completed_with_errors', 'failed', 'canceled')),
    -- rows of the file; null until they are counted
    total bigint,
    -- rows that are worked; the next start goes on after them
    done bigint not null default 0,
    -- results that are written, of which a row may have several
    results bigint not null default 0,
    created bigint not null default 0,
    existing bigint not null default 0,
    failed bigint not null default 0,
    skipped bigint not null default 0,
    -- how often it was begun since the last row that was worked
    tries bigint not null default 0,
    -- when the last of its pins is expected to go out, as a dry run has reckoned
    expected_at bigint,
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

create unique index imports_by_key on imports (account_id, idempotency_key);
create index imports_by_workspace on imports (workspace_id, id);
create index imports_open on imports (id) where status in ('queued', 'running');
create index imports_by_age on imports (ended_at);

-- The file itself, packed, in pieces. They arrive before the import is accepted, so that there may be some without one.
create table import_pieces (
    import_id text not null,
    number bigint not null,
    bytes blob not null,
    received_at bigint not null,
    primary key (import_id, number)
);

create index import_pieces_by_age on import_pieces (received_at);

-- What became of each row, in the order of the file.
create table import_results (
    import_id text not null references imports (id),
    number bigint not null,
    -- the row of the file
    row_number bigint not null,
    item_key text,
    status text not null check (status in ('created', 'existing', 'failed', 'skipped')),
    pin_id text,
    -- what else there is to say, as JSON: why not, warnings, and in a dry run the pin
    details text,
    expected_at bigint,
    primary key (import_id, number)
);

-- What is which in the files of an account, and what becomes of it, as JSON.
create table import_mappings (
    account_id text primary key references accounts (id),
    mapping text not null,
    updated_at bigint not null
);

-- The pin that the row with a key became; kept as long as imports have it, also when the pin itself is not kept any more.
create table import_keys (
    account_id text not null references accounts (id),
    key text not null,
    pin_id text not null,
    -- when an import had it last
    seen_at bigint not null,
    primary key (account_id, key)
);

create index import_keys_by_age on import_keys (seen_at);
