-- What else Pinterest takes with a new pin: the pin that it is made from, who is asked for a paid partnership, and the ad account in
-- whose owner's name it is published.
alter table pins add column parent_pin_id text;
alter table pins add column sponsor_id text;
alter table pins add column ad_account_id text;
