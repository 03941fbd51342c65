-- Files given to us. Their bytes lie in assets/ under their hash, once for all workspaces.
create table assets (
    id text primary key,
    workspace_id text not null references workspaces (id),
    sha256 text not null,
    kind text not null check (kind in ('image', 'video')),
    content_type text not null,
    bytes bigint not null,
    width bigint not null,
    height bigint not null,
    duration_ms bigint,
    -- what was checked when it came, as JSON
    checks text not null,
    created_at bigint not null,
    -- how long it stays, from now on and after the last pin that needed it
    keep_ms bigint not null,
    expires_at bigint not null,
    unique (workspace_id, sha256)
);

create index assets_by_workspace on assets (workspace_id, id);
create index assets_by_content on assets (sha256);
create index assets_by_age on assets (expires_at);

-- Pins that are not final yet and need the file: it stays as long as there is one.
create table asset_uses (
    asset_id text not null references assets (id),
    pin_id text not null references pins (id) on delete cascade,
    primary key (asset_id, pin_id)
);

create index asset_uses_by_pin on asset_uses (pin_id);
