-- What needs a person is counted and listed by account: few pins fail, among many that are published.
create index pins_failed on pins (account_id, id) where status = 'failed';
