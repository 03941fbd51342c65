-- Times are UTC milliseconds. Text, bigint and CHECK mean the same to SQLite and PostgreSQL.

create table workspaces (
    id text primary key,
    name text not null unique,
    created_at bigint not null
);

create table api_keys (
    id text primary key,
    workspace_id text not null references workspaces (id),
    name text not null,
    hash text not null unique,
    scopes text not null,
    account_ids text,
    created_at bigint not null,
    revoked_at bigint
);

create index api_keys_by_workspace on api_keys (workspace_id, id);

create table accounts (
    id text primary key,
    workspace_id text not null references workspaces (id),
    name text not null,
    environment text not null check (environment in ('production', 'sandbox', 'simulator')),
    pinterest_user_id text not null,
    username text not null,
    account_type text,
    status text not null check (status in ('active', 'held', 'reconnect_required')),
    -- why it does not publish: a code for programs, a sentence for people, and when it tries again by itself
    held_code text,
    held_reason text,
    held_until bigint,
    settings text not null default '{}',
    scopes text not null,
    access_token text,
    refresh_token text,
    token_version bigint not null default 1,
    access_token_expires_at bigint,
    refresh_token_expires_at bigint,
    -- when the access token is exchanged for a new one, well before it expires
    refresh_due_at bigint,
    created_at bigint not null,
    updated_at bigint not null,
    -- a deleted account keeps its id for the pins it published; its tokens are gone
    deleted_at bigint,
    unique (workspace_id, environment, pinterest_user_id),
    check (status = 'active' or held_reason is not null)
);

-- The state machine of a pin. CHECKs repeat it, so that no bug can store a state that nobody could explain.
create table pins (
    id text primary key,
    workspace_id text not null references workspaces (id),
    account_id text not null references accounts (id),
    status text not null check (status in
        ('awaiting_approval', 'scheduled', 'queued', 'publishing', 'published', 'failed', 'unconfirmed', 'canceled')),
    idempotency_key text,
    request_hash text not null,
    board_id text not null,
    board_section_id text,
    title text,
    description text,
    alt_text text,
    link_url text,
    -- host of link_url without www., by which Pinterest blocks links
    link_domain text,
    -- whether the link carries the parameter that makes finding the pin again exact
    link_marker integer not null default 0,
    dominant_color text,
    media_type text not null check (media_type in ('image', 'video', 'carousel')),
    image_url text,
    metadata text,
    chosen_by text,
    publish_at bigint,
    due_at bigint not null,
    attempt_count bigint not null default 0,
    -- tries since the last time the user asked for one; attempt_count never goes back
    tries_left bigint not null,
    attempt_id text,
    wait_code text,
    wait_message text,
    error_code text,
    error_message text,
    error_remediation text,
    retryable integer,
    pinterest_pin_id text,
    created_at bigint not null,
    updated_at bigint not null,
    published_at bigint,
    check ((status = 'published') = (pinterest_pin_id is not null)),
    check ((status = 'published') = (published_at is not null)),
    check ((status = 'publishing') = (attempt_id is not null)),
    check (status not in ('failed', 'unconfirmed') or error_code is not null)
);

create unique index pins_by_idempotency_key on pins (workspace_id, idempotency_key) where idempotency_key is not null;
create index pins_by_workspace on pins (workspace_id, id);
create index pins_waiting on pins (account_id, due_at, id) where status in ('scheduled', 'queued');
create index pins_scheduled on pins (account_id, due_at) where status = 'scheduled';
create index pins_publishing on pins (account_id) where status = 'publishing';
create index pins_unconfirmed on pins (account_id) where status = 'unconfirmed';
create index pins_final on pins (updated_at) where status in ('published', 'failed', 'unconfirmed', 'canceled');
-- Two pins of ours are never the same pin on Pinterest.
create unique index pins_by_pinterest_id on pins (account_id, pinterest_pin_id) where pinterest_pin_id is not null;

-- Bytes given with a pin; gone once they are published.
create table pin_images (
    pin_id text primary key references pins (id) on delete cascade,
    content_type text not null,
    bytes blob not null
);

-- One try at publishing a pin, durable before its first byte leaves.
create table attempts (
    id text primary key,
    pin_id text not null references pins (id) on delete cascade,
    account_id text not null,
    number bigint not null,
    started_at bigint not null,
    ended_at bigint,
    outcome text check (outcome in ('accepted', 'refused', 'not_sent', 'unknown')),
    http_status bigint,
    pinterest_code bigint,
    message text,
    pinterest_request_id text,
    pinterest_pin_id text,
    -- of an unknown outcome: what was looked at, and what follows from it
    evidence text,
    conclusion text check (conclusion in ('found', 'absent', 'undecided', 'resolved')),
    unique (pin_id, number),
    check ((outcome is null) = (ended_at is null)),
    check (conclusion is null or outcome = 'unknown'),
    check ((pinterest_pin_id is not null) = (outcome is not null and (outcome = 'accepted' or coalesce(conclusion, '') = 'found')))
);

create index attempts_by_account on attempts (account_id, started_at);
create index attempts_open on attempts (account_id) where outcome is null;

-- Calls to Pinterest other than creating a pin, kept only as long as a limit counts them.
create table calls (
    account_id text not null,
    category text not null,
    ended_at bigint not null
);

create index calls_by_account on calls (account_id, ended_at);

-- What Pinterest last said about a limit; only ever tighter than the published one, and only until its window passes.
create table learned_limits (
    account_id text not null,
    category text not null,
    remaining bigint not null,
    resets_at bigint not null,
    primary key (account_id, category)
);

-- Domains that Pinterest blocks for an account; pins that link there wait.
create table link_holds (
    account_id text not null references accounts (id) on delete cascade,
    domain text not null,
    reason text not null,
    until bigint not null,
    primary key (account_id, domain)
);

-- Which process works an account's lane.
create table lanes (
    account_id text primary key references accounts (id) on delete cascade,
    owner text not null,
    leased_until bigint not null
);

create table secrets_canary (
    id bigint primary key check (id = 1),
    protected text not null
);
