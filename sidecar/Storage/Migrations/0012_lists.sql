-- What needs a person is counted and listed by account: few pins fail, among many that are published.
create index pins_failed on pins (account_id, id) where status = 'failed';
-- The calendar shows what an account published on a day.
create index pins_out on pins (account_id, published_at) where status = 'published';
