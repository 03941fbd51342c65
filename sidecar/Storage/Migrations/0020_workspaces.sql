-- Every row says whose it is, so that tables can be spread over several servers by workspace. A replica of the version before that still
-- runs writes rows without it; the migration that makes it part of the keys has to fill those in first.
alter table pin_images add column workspace_id text not null default '';
alter table attempts add column workspace_id text not null default '';
alter table calls add column workspace_id text not null default '';
alter table learned_limits add column workspace_id text not null default '';
alter table link_holds add column workspace_id text not null default '';
alter table lanes add column workspace_id text not null default '';
alter table delivery_attempts add column workspace_id text not null default '';
alter table asset_uses add column workspace_id text not null default '';
alter table videos add column workspace_id text not null default '';
alter table import_pieces add column workspace_id text not null default '';
alter table import_results add column workspace_id text not null default '';
alter table import_mappings add column workspace_id text not null default '';
alter table import_keys add column workspace_id text not null default '';

update pin_images set workspace_id = p.workspace_id from pins p where p.id = pin_images.pin_id;
update attempts set workspace_id = p.workspace_id from pins p where p.id = attempts.pin_id;
update calls set workspace_id = a.workspace_id from accounts a where a.id = calls.account_id;
update learned_limits set workspace_id = a.workspace_id from accounts a where a.id = learned_limits.account_id;
update link_holds set workspace_id = a.workspace_id from accounts a where a.id = link_holds.account_id;
update lanes set workspace_id = a.workspace_id from accounts a where a.id = lanes.account_id;
update delivery_attempts set workspace_id = d.workspace_id from deliveries d where d.id = delivery_attempts.delivery_id;
update asset_uses set workspace_id = p.workspace_id from pins p where p.id = asset_uses.pin_id;
update videos set workspace_id = p.workspace_id from pins p where p.id = videos.pin_id;
update import_pieces set workspace_id = i.workspace_id from imports i where i.id = import_pieces.import_id;
update import_results set workspace_id = i.workspace_id from imports i where i.id = import_results.import_id;
update import_mappings set workspace_id = a.workspace_id from accounts a where a.id = import_mappings.account_id;
update import_keys set workspace_id = a.workspace_id from accounts a where a.id = import_keys.account_id;
