import type { INodeProperties } from 'n8n-workflow';

export const eventsField: INodeProperties = {
  displayName: 'Trigger On',
  name: 'events',
  type: 'multiOptions',
  default: ['pin.published', 'pin.failed', 'pin.unconfirmed'],
  required: true,
  options: [
    { name: 'Account Held', value: 'account.held', description: 'An account stopped publishing for a reason; its pins wait' },
    {
      name: 'Account Must Be Reconnected',
      value: 'account.reconnect_required',
      description: "Pinterest no longer takes the account's token, or will not in 14, 7 or 1 days (warning is then true)",
    },
    { name: 'Account Resumed', value: 'account.resumed', description: 'An account publishes again' },
    {
      name: 'Catalog Feed Failed',
      value: 'catalog.feed_failed',
      description: 'Pinterest could not process a watched feed, does not end, or has it no longer; reason says which',
    },
    {
      name: 'Catalog Feed Processed',
      value: 'catalog.feed_processed',
      description: 'Pinterest has processed a watched feed; some items may be wrong all the same',
    },
    {
      name: 'Catalog Items Completed',
      value: 'catalog.items_completed',
      description: 'Pinterest has worked every item of a job; its status and failed say how',
    },
    { name: 'Catalog Items Failed', value: 'catalog.items_failed', description: 'A job of items cannot go on' },
    { name: 'Import Canceled', value: 'import.canceled', description: 'Somebody canceled an import; pins that were made of it stay' },
    { name: 'Import Completed', value: 'import.completed', description: 'Every row of an import was worked; its status says how' },
    { name: 'Import Failed', value: 'import.failed', description: 'An import cannot go on' },
    { name: 'Pin Awaiting Approval', value: 'pin.awaiting_approval', description: 'A pin waits until somebody approves it' },
    { name: 'Pin Canceled', value: 'pin.canceled', description: 'A pin was taken back or rejected before it went out' },
    { name: 'Pin Failed', value: 'pin.failed', description: 'Pinterest refused a pin for good' },
    { name: 'Pin Published', value: 'pin.published', description: 'A pin is on Pinterest' },
    { name: 'Pin Unconfirmed', value: 'pin.unconfirmed', description: 'Nobody can tell whether a pin was published; somebody must look' },
    {
      name: 'Source Failing',
      value: 'source.failing',
      description: 'A watched source could not be read several times; it is tried again',
    },
    {
      name: 'Source Item Gone',
      value: 'source.item_gone',
      description: 'An item is not in its source any more; decide what becomes of its pin',
    },
    {
      name: 'Source Items Gone',
      value: 'source.items_gone',
      description: 'So many items are not in their source any more that none is named',
    },
    { name: 'Source Recovered', value: 'source.recovered', description: 'A source that was failing is read again' },
    { name: 'Webhook Tested', value: 'webhook.test', description: 'Somebody asked the connector to try this webhook' },
  ],
  description: 'What starts the workflow',
};
