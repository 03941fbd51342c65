-- What happened to pins and accounts; ids sort in the order of the commits.
create table events (
    id text primary key,
    workspace_id text not null references workspaces (id),
    account_id text,
    pin_id text,
    type text not null,
    -- what it says, as it was then
    data text not null,
    created_at bigint not null
);

create index events_by_workspace on events (workspace_id, id);
create index events_by_pin on events (pin_id);
create index events_by_age on events (created_at);

create table webhooks (
    id text primary key,
    workspace_id text not null references workspaces (id),
    url text not null,
    description text,
    -- separated by spaces; null for all
    events text,
    account_ids text,
    secret text not null,
    -- the one before, which signs too for a while
    previous_secret text,
    previous_secret_until bigint,
    status text not null check (status in ('active', 'disabled')),
    disabled_reason text,
    -- since when nothing has succeeded
    failing_since bigint,
    created_at bigint not null,
    updated_at bigint not null,
    unique (workspace_id, url),
    check (status = 'active' or disabled_reason is not null)
);

-- An event on its way to a webhook, or to the callback of its pin.
create table deliveries (
    id text primary key,
    workspace_id text not null,
    event_id text not null references events (id) on delete cascade,
    webhook_id text references webhooks (id) on delete cascade,
    -- a callback: where to, and whose secret signs
    url text,
    key_id text,
    -- who is called: deliveries to one receiver never delay another's
    receiver text not null,
    -- what it is about: of the same subject one goes after the other
    subject text not null,
    status text not null check (status in ('pending', 'delivered', 'failed')),
    attempt_count bigint not null default 0,
    -- attempts that count for the plan of retries
    tries bigint not null default 0,
    next_at bigint not null,
    created_at bigint not null,
    ended_at bigint,
    check ((webhook_id is null) = (url is not null and key_id is not null))
);

create unique index deliveries_by_event on deliveries (event_id, webhook_id);
create index deliveries_due on deliveries (next_at) where status = 'pending';
create index deliveries_by_receiver on deliveries (receiver, next_at) where status = 'pending';
create index deliveries_in_order on deliveries (receiver, subject, id) where status = 'pending';
create index deliveries_by_webhook on deliveries (webhook_id, id);
create index deliveries_by_subject on deliveries (subject, id);

create table delivery_attempts (
    delivery_id text not null references deliveries (id) on delete cascade,
    number bigint not null,
    started_at bigint not null,
    took_ms bigint not null,
    url text not null,
    http_status bigint,
    -- the beginning of it
    answer text,
    message text not null,
    primary key (delivery_id, number)
);

-- Where a pin's final event goes, and the key whose callback secret signs it.
alter table pins add column callback_url text;
alter table pins add column callback_key_id text;

-- Made from the key's text when that was at hand; sealed.
alter table api_keys add column callback_secret text;
