import type { Operation } from '../../../shared/operation';
import { ask } from '../../../shared/transport';
import { feedField, feedPath } from '../pickers';
import { ofAccount, whoseOf } from '../whose';

/** Gets a feed. */
export const getFeed: Operation = {
  option: {
    name: 'Get Feed',
    value: 'getFeed',
    action: 'Get feed of products',
    description: 'Retrieve a feed, and how the connector watches it',
  },
  fields: ofAccount(feedField),

  async run(node, item) {
    return (await ask(node, { path: feedPath(node, item), query: whoseOf(node, item), item })).body;
  },
};
