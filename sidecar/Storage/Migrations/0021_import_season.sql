-- The season of an import: of its rows without a day of their own, and whether they are spread over it.
alter table imports add column event_date text;
alter table imports add column lead_days integer;
alter table imports add column spread integer not null default 0;
