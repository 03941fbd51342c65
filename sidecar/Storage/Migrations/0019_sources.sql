-- Addresses of feeds, sitemaps and lists of products that are looked at again and again.
create table sources (
    id text primary key,
    workspace_id text not null references workspaces (id),
    account_id text not null references accounts (id),
    -- the key in whose name its pins are accepted
    key_id text not null,
    url text not null,
    -- what kind of file it was found to be; null until it was read
    format text,
    check_every_seconds bigint not null,
    -- how far back its first run goes: all, new_only, or since start_since
    start text not null check (start in ('all', 'new_only', 'since')),
    start_since bigint check ((start_since is null) = (start <> 'since')),
    -- what is which and what becomes of it, as JSON; null for the mapping of the account
    mapping text,
    board text,
    paused integer not null default 0,
    -- 1 once it failed so often that its owner was told
    failing integer not null default 0,
    auto_approve integer not null default 0 check (auto_approve = 0 or auto_approve_accepted_by is not null),
    -- the person who takes upon himself what goes out without approval, and since when
    auto_approve_accepted_by text,
    auto_approve_accepted_at bigint,
    -- what its server said about the file that was read last, so that the same one is not sent again
    etag text,
    last_modified text,
    sha256 text,
    moved_to text,
    -- how often it was read to its end
    reads bigint not null default 0,
    failures bigint not null default 0,
    -- 1 when somebody asked to look at once, whatever its server says is unchanged
    forced integer not null default 0,
    last_checked_at bigint,
    last_changed_at bigint,
    next_check_at bigint not null,
    error_code text,
    error_message text,
    error_remediation text,
    error_at bigint,
    -- the process that works it, and until when nobody else does
    owner text,
    leased_until bigint,
    created_at bigint not null,
    updated_at bigint not null
);

create unique index sources_by_url on sources (account_id, url);
create index sources_by_workspace on sources (workspace_id, id);
create index sources_due on sources (next_check_at) where paused = 0;

-- What a source had, each item once and for as long as the source is watched: none of them becomes a second pin.
create table source_items (
    workspace_id text not null,
    source_id text not null references sources (id),
    -- its own key, such as its sku, or what stands for it
    key text not null,
    state text not null check (state in ('old', 'pinned', 'existing', 'failed', 'skipped', 'gone')),
    -- what it was before it was gone
    state_before text check ((state_before is not null) = (state = 'gone')),
    pin_id text check (pin_id is not null or state in ('old', 'failed', 'skipped')),
    -- the pin that it asks for, as JSON
    content text,
    -- what is wrong, as JSON
    problem text,
    -- when its source says that it was changed
    dated_at bigint,
    -- in how many whole reads after each other it was missing
    missing bigint not null default 0,
    first_seen_at bigint not null,
    changed_at bigint not null,
    primary key (source_id, key)
);

create index source_items_by_state on source_items (source_id, state, key);
create index source_items_missing on source_items (source_id, key) where missing > 0;
