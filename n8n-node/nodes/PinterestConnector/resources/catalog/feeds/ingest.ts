import type { Operation } from '../../../shared/operation';
import { ask } from '../../../shared/transport';
import { feedField, feedPath } from '../pickers';
import { ofAccount, whoseOf } from '../whose';

/** Has a feed processed. */
export const ingestFeed: Operation = {
  option: {
    name: 'Ingest Feed',
    value: 'ingestFeed',
    action: 'Ingest feed of products',
    description:
      'Have Pinterest process a feed now, and watch it. Pinterest opens this to some apps only; it processes each feed once a day anyway.',
  },
  fields: ofAccount(feedField),

  async run(node, item) {
    return (await ask(node, { method: 'POST', path: `${feedPath(node, item)}/ingest`, query: whoseOf(node, item), item })).body;
  },
};
