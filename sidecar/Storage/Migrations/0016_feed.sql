-- The order in which events are read: one process writes them, and their ids are in the order of the commits.
create view feed as select events.*, id as place from events;
