-- A file that a key limited to accounts gave is bound to those; the same bytes given by others are another asset.
-- Who gave the files that are here already was not kept: only keys without limits see them.
-- No engine alters the rule that a workspace has the same bytes once, so the tables are made anew.
alter table asset_uses rename to old_asset_uses;
alter table assets rename to old_assets;

-- Files given to us. Their bytes lie in assets/ under their hash, once for all.
create table assets (
    id text primary key,
    workspace_id text not null references workspaces (id),
    -- who sees all of these sees the file: sorted, separated by spaces; null for the whole workspace
    account_ids text,
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
    expires_at bigint not null
);

-- Pins that are not final yet and need the file: it stays as long as there is one.
create table asset_uses (
    asset_id text not null references assets (id),
    pin_id text not null references pins (id) on delete cascade,
    primary key (asset_id, pin_id)
);

insert into assets (id, workspace_id, account_ids, sha256, kind, content_type, bytes, width, height, duration_ms, checks, created_at,
    keep_ms, expires_at)
select id, workspace_id, null, sha256, kind, content_type, bytes, width, height, duration_ms, checks, created_at, keep_ms, expires_at
from old_assets;

insert into asset_uses (asset_id, pin_id) select asset_id, pin_id from old_asset_uses;

drop table old_asset_uses;
drop table old_assets;

create unique index assets_by_owner on assets (workspace_id, sha256, coalesce(account_ids, '*'));
create index assets_by_workspace on assets (workspace_id, id);
create index assets_by_accounts on assets (workspace_id, account_ids);
create index assets_by_content on assets (sha256);
create index assets_by_age on assets (expires_at);
create index asset_uses_by_pin on asset_uses (pin_id);
