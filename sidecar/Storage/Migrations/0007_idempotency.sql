-- An idempotency key belongs to an account: callers who see different accounts never meet. Today's keys are unique in their workspace, so
-- they are in their account too.
drop index pins_by_idempotency_key;
create unique index pins_by_idempotency_key on pins (account_id, idempotency_key) where idempotency_key is not null;
