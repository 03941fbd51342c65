-- The season of a pin: its event's day, how many days before it the season begins, and the moments at which it begins and is over. They are
-- kept as its account's time zone had them when the pin was accepted, so that nothing moves when the zone changes.
alter table pins add column event_date text;
alter table pins add column lead_days integer check ((lead_days is null) = (event_date is null));
alter table pins add column season_from bigint check ((season_from is null) = (event_date is null));
alter table pins add column season_until bigint check ((season_until is null) = (event_date is null));
