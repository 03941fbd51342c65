-- Several write events at once, so their ids are not in the order of the commits: each gets its place in the feed afterwards.
alter table events add column place text;
-- Among those that get their places together, who began later comes later.
alter table events add column xid xid8 not null default pg_current_xact_id();

update events set place = numbered.place
from (select id, lpad(cast(row_number() over (order by id) as text), 16, '0') as place from events) numbered
where numbered.id = events.id;

create unique index events_by_place on events (place);
create index events_in_feed on events (workspace_id, place);
create index events_unplaced on events (id) where place is null;

-- The last place that was given; who gives the next ones holds this row until its commit.
create table feed_places (
    id bigint primary key check (id = 1),
    last bigint not null
);

insert into feed_places (id, last) select 1, count(*) from events;

create view feed as select * from events where place is not null;

-- What other replicas have changed lately, for one that was not told.
create index pins_changed on pins (updated_at) where status in ('scheduled', 'queued');
