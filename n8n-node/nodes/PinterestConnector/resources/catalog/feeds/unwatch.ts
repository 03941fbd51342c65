import type { Operation } from '../../../shared/operation';
import { idOf } from '../../../shared/text';
import { ask } from '../../../shared/transport';
import { feedField, feedPath } from '../pickers';
import { ofAccount, whoseOf } from '../whose';

/** Watches a feed no longer. */
export const unwatchFeed: Operation = {
  option: {
    name: 'Unwatch Feed',
    value: 'unwatchFeed',
    action: 'Unwatch feed of products',
    description: 'Watch a feed no longer; on Pinterest it stays as it is',
  },
  fields: ofAccount(feedField),

  async run(node, item) {
    await ask(node, { method: 'DELETE', path: `${feedPath(node, item)}/watch`, query: whoseOf(node, item), item });
    return { id: idOf(node, item, 'feed'), watched: false };
  },
};
