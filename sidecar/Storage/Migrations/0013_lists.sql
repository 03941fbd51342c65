-- Lists of pins, the newest first, among a million others: of one status, and of one entry of their metadata.
create index pins_by_status on pins (workspace_id, status, id);

-- An entry is its key, '=', and the first 100 characters of its value; the pin itself says whether the whole value is the same.
-- Two entries of a pin can be one text, since a key may have '=' too: so it is "or ignore".
create table pin_metadata (
    workspace text not null,
    entry text not null,
    pin_id text not null,
    primary key (workspace, entry, pin_id)
) without rowid;

insert or ignore into pin_metadata (workspace, entry, pin_id)
select p.workspace_id, e.key || '=' || substr(e.value, 1, 100), p.id from pins p, json_each(p.metadata) e
where p.metadata is not null and e.value is not null;

-- None for a new pin: with a trigger each accept would copy every page before it changes it.
create trigger pin_metadata_changed after update of metadata on pins when new.metadata is not old.metadata
begin
    delete from pin_metadata where workspace = old.workspace_id and pin_id = old.id
        and entry in (select key || '=' || substr(value, 1, 100) from json_each(old.metadata));
    insert or ignore into pin_metadata (workspace, entry, pin_id)
    select new.workspace_id, key || '=' || substr(value, 1, 100), new.id from json_each(new.metadata) where value is not null;
end;

create trigger pin_metadata_removed after delete on pins when old.metadata is not null
begin
    delete from pin_metadata where workspace = old.workspace_id and pin_id = old.id
        and entry in (select key || '=' || substr(value, 1, 100) from json_each(old.metadata));
end;
