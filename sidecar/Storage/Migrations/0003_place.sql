-- A pin's place among those of its account that are due: the higher priority first, then the older.
-- It stays when the pin has to be tried again.
alter table pins add column priority bigint not null default 0 check (priority between -10 and 10);
alter table pins add column place_at bigint not null default 0;
update pins set place_at = coalesce(publish_at, created_at);

create index pins_in_line on pins (account_id, priority desc, place_at, id) where status = 'queued';
