-- Lists of pins, the newest first, among a million others: of one status, and of one entry of their metadata.
create index pins_by_status on pins (workspace_id, status, id);

-- An entry is its key, '=', and the first 100 characters of its value; the pin itself says whether the whole value is the same.
-- Two entries of a pin can be one text, since a key may have '=' too: so it is "do nothing".
create table pin_metadata (
    workspace text not null,
    entry text not null,
    pin_id text not null,
    primary key (workspace, entry, pin_id)
);

-- None for a new pin, as in SQLite, where each accept would cost more.
create function forget_pin_metadata() returns trigger language plpgsql as $$
begin
    delete from pin_metadata where workspace = old.workspace_id and pin_id = old.id
        and entry in (select key || '=' || substr(value, 1, 100) from json_each_text(old.metadata::json));
    return null;
end $$;

create function keep_pin_metadata() returns trigger language plpgsql as $$
begin
    insert into pin_metadata (workspace, entry, pin_id)
    select new.workspace_id, key || '=' || substr(value, 1, 100), new.id from json_each_text(new.metadata::json) where value is not null
    on conflict do nothing;
    return null;
end $$;

-- Triggers of one event run in the order of their names.
create trigger pin_metadata_1_changed after update of metadata on pins for each row
    when (old.metadata is not null and new.metadata is distinct from old.metadata) execute function forget_pin_metadata();
create trigger pin_metadata_2_changed after update of metadata on pins for each row
    when (new.metadata is not null and new.metadata is distinct from old.metadata) execute function keep_pin_metadata();
create trigger pin_metadata_removed after delete on pins for each row
    when (old.metadata is not null) execute function forget_pin_metadata();
