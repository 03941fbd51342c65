import type { Operation } from '../../../shared/operation';
import { ask } from '../../../shared/transport';
import { feedField, feedPath } from '../pickers';
import { ofAccount, whoseOf } from '../whose';

/** Watches a feed. */
export const watchFeed: Operation = {
  option: {
    name: 'Watch Feed',
    value: 'watchFeed',
    action: 'Watch feed of products',
    description: 'Have the trigger tell how each processing of a feed ends; feeds that were made or ingested here are watched already',
  },
  fields: ofAccount(feedField),

  async run(node, item) {
    return (await ask(node, { method: 'PUT', path: `${feedPath(node, item)}/watch`, query: whoseOf(node, item), item })).body;
  },
};
