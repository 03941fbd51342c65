-- The same address once for keys that see the same accounts, no longer once in a workspace: who sees other accounts must not learn of it.
-- No engine alters such a rule, so the tables are made anew, with those that refer to them.
alter table delivery_attempts rename to old_delivery_attempts;
alter table deliveries rename to old_deliveries;
alter table webhooks rename to old_webhooks;

create table webhooks (
    id text primary key,
    workspace_id text not null references workspaces (id),
    -- the accounts that the keys see which have it, sorted; null for the whole workspace
    scope text,
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

create table delivery_attempts (
    delivery_id text not null references deliveries (id) on delete cascade,
    number bigint not null,
    started_at bigint not null,
    took_ms bigint not null,
    -- without user name, password and query
    url text not null,
    http_status bigint,
    -- the beginning of it
    answer text,
    message text not null,
    primary key (delivery_id, number)
);

-- Which key registered a webhook was not kept: it is taken to be one that is limited to just its accounts, if there is one.
insert into webhooks (id, workspace_id, scope, url, description, events, account_ids, secret, previous_secret, previous_secret_until,
    status, disabled_reason, failing_since, created_at, updated_at)
select id, workspace_id,
    case when exists (select 1 from api_keys k where k.workspace_id = w.workspace_id and k.account_ids = w.account_ids)
        then account_ids end,
    url, description, events, account_ids, secret, previous_secret, previous_secret_until, status, disabled_reason, failing_since,
    created_at, updated_at
from old_webhooks w;

insert into deliveries (id, workspace_id, event_id, webhook_id, url, key_id, receiver, subject, status, attempt_count, tries, next_at,
    created_at, ended_at)
select id, workspace_id, event_id, webhook_id, url, key_id, receiver, subject, status, attempt_count, tries, next_at, created_at, ended_at
from old_deliveries;

insert into delivery_attempts (delivery_id, number, started_at, took_ms, url, http_status, answer, message)
select delivery_id, number, started_at, took_ms, url, http_status, answer, message
from old_delivery_attempts;

drop table old_delivery_attempts;
drop table old_deliveries;
drop table old_webhooks;

create unique index webhooks_by_address on webhooks (workspace_id, url, coalesce(scope, '*'));
create unique index deliveries_by_event on deliveries (event_id, webhook_id);
create index deliveries_due on deliveries (next_at) where status = 'pending';
create index deliveries_by_receiver on deliveries (receiver, next_at) where status = 'pending';
create index deliveries_in_order on deliveries (receiver, subject, id) where status = 'pending';
create index deliveries_by_webhook on deliveries (webhook_id, id);
create index deliveries_by_subject on deliveries (subject, id);
