import type { Operation } from '../../../shared/operation';
import { ask } from '../../../shared/transport';
import { deleted, feedField, feedPath } from '../pickers';
import { ofAccount, whoseOf } from '../whose';

/** Deletes a feed, and its products. */
export const deleteFeed: Operation = {
  option: {
    name: 'Delete Feed',
    value: 'deleteFeed',
    action: 'Delete feed of products',
    description: 'Delete a feed on Pinterest for good: its products disappear there',
  },
  fields: ofAccount(feedField),

  async run(node, item) {
    await ask(node, { method: 'DELETE', path: feedPath(node, item), query: whoseOf(node, item), item });
    return deleted(node, item, 'feed');
  },
};
