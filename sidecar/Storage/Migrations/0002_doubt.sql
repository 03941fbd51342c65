-- Whether Pinterest's time agreed with ours when the attempt began. Only then does our time say how far back a board must be read.
alter table attempts add column clock_confirmed integer not null default 0;

-- Of an attempt that a restore made up, because nobody knows what was sent since the backup: what the pin was in the backup.
alter table attempts add column restored_as text check (restored_as in ('awaiting_approval', 'scheduled', 'queued'));
