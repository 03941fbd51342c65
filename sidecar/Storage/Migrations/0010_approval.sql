-- Whether somebody has to approve a pin before it goes, and who did when. The rules see to it that none is in the queue without.
-- After a restore a pin that waited is looked for on its board first, so it may be publishing and not be approved yet.
alter table pins add column approved_by text;
alter table pins add column approved_at bigint check ((approved_at is null) = (approved_by is null));
alter table pins add column needs_approval integer not null default 0 check (
    (needs_approval = 0 and status <> 'awaiting_approval')
    or (needs_approval = 1 and status = 'awaiting_approval' and approved_at is null)
    or (needs_approval = 1 and status in ('scheduled', 'queued') and approved_at is not null)
    or (needs_approval = 1 and status not in ('awaiting_approval', 'scheduled', 'queued')));

create index pins_awaiting_approval on pins (account_id, id) where status = 'awaiting_approval';
