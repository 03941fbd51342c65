-- What a pin shows: an image or a video by its address or as a file, or the slides of a carousel.
alter table pins rename column image_url to media_url;
alter table pins add column asset_id text;
-- of a carousel, as JSON
alter table pins add column slides text;
alter table pins add column cover_url text;
alter table pins add column cover_asset_id text;
alter table pins add column cover_seconds bigint;
-- Pinterest's id of an uploaded video, from when a pin can be made of it
alter table pins add column media_id text;
-- when what it waits for is looked at next
alter table pins add column wait_until bigint;

-- media_type leads, although it is always the same: so a planner prefers these few to the index of all that wait
create index pins_awaiting_video on pins (account_id, media_type, due_at)
    where media_type = 'video' and media_id is null and status in ('scheduled', 'queued');
create index pins_with_video on pins (account_id, media_type, due_at)
    where media_type = 'video' and media_id is not null and status in ('scheduled', 'queued');
create index pins_by_board on pins (account_id, board_id, published_at) where status = 'published';

-- Videos on their way to Pinterest; each step is on disk before the next begins.
create table videos (
    pin_id text primary key references pins (id) on delete cascade,
    account_id text not null,
    step text not null check (step in ('fetch', 'upload', 'process')),
    -- since when it is at this step, and when it goes on
    since bigint not null,
    due_at bigint not null,
    asset_id text,
    -- as what it was last registered at Pinterest
    media_id text,
    registrations bigint not null default 0,
    -- tries of this step that came to nothing
    tries bigint not null default 0,
    -- Pinterest could not process what it got
    failures bigint not null default 0,
    check (step = 'fetch' or asset_id is not null),
    check (step <> 'process' or media_id is not null)
);

create index videos_by_account on videos (account_id, due_at);
