-- Pinterest apps that were entered here, and not in the settings; their secrets are sealed.
create table apps (
    workspace_id text not null references workspaces (id),
    app_id text not null,
    app_secret text not null,
    access_tier text not null check (access_tier in ('trial', 'standard')),
    -- new accounts are connected with this one
    is_current integer not null,
    created_at bigint not null,
    updated_at bigint not null,
    primary key (workspace_id, app_id)
);

create unique index apps_current on apps (workspace_id) where is_current = 1;

-- The app that an account's tokens are of; null for the app of the settings, and without one for the current app.
alter table accounts add column app_id text;

-- How its tokens came: they were given (tokens), a person consented, or the app asked for its owner's account.
alter table accounts add column granted_by text not null default 'tokens'
    check (granted_by in ('tokens', 'authorization_code', 'client_credentials'));

-- The last warning that its tokens end soon: so many days before.
alter table accounts add column warned_days bigint;

-- Links for connecting an account that were made and have not ended yet. What opens them is kept as hashes only.
create table connection_starts (
    -- of the one-time id in the link
    id text primary key,
    -- of what Pinterest sends back, and of the cookie of the browser that opened the link
    state text,
    browser text,
    workspace_id text not null references workspaces (id),
    key_id text not null,
    environment text not null check (environment in ('production', 'sandbox', 'simulator')),
    -- the account to connect again; null for a new one
    account_id text references accounts (id),
    app_id text not null,
    redirect_uri text not null,
    return_url text,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    check ((state is null) = (browser is null))
);

create unique index connection_starts_by_state on connection_starts (state);
create index connection_starts_by_age on connection_starts (expires_at);
