import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, run } from './support/node.mjs';
import * as samples from './support/samples.mjs';

test('rules of an account are taken away with 0, an empty text or no days', async () => {
  const updateFields = { pinsPerDay: 0, daysBetweenSameLink: 3, quietHours: '', weekdays: [], minGapSeconds: 0 };
  const { requests, output } = await run(
    { resource: 'account', operation: 'update', account: { mode: 'id', value: 'acc_1' }, updateFields },
    { 'PATCH /v1/accounts/acc_1': samples.account() },
  );

  assert.deepEqual(requests[0].body, {
    settings: { days_between_same_link: 3, min_gap_seconds: 0, pins_per_day: null, quiet_hours: null, weekdays: null },
  });
  assert.equal(output[0].settings.pins_per_day, 50);
});

test('quiet hours that are none are refused with an example', async () => {
  const { error } = await attempt({
    resource: 'account',
    operation: 'update',
    account: { mode: 'id', value: 'acc_1' },
    updateFields: { quietHours: '10pm' },
  });

  assert.match(`${error.message} ${error.description}`, /^Quiet Hours .* "10pm" \[item 0\] Write them like 22:00-07:00/);
});
