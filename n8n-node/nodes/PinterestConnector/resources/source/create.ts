import type { IExecuteFunctions } from 'n8n-workflow';
import { createFields } from './fields';
import { accountOf } from '../../shared/account';
import { neededIdOf } from '../../shared/needed';
import type { Operation } from '../../shared/operation';
import { textOf } from '../../shared/text';
import { timeOf } from '../../shared/time';
import { ask } from '../../shared/transport';
import { wrong } from '../../shared/value';
import { mapOf } from '../import/map';

/** Sets a source up; it is looked at for the first time at once. */
export const create: Operation = {
  option: {
    name: 'Create',
    value: 'create',
    action: 'Create source',
    description: 'Watch a feed, a sitemap or a shop: each new item becomes a pin that awaits approval',
  },
  fields: createFields,

  async run(node, item) {
    const start = node.getNodeParameter('start', item) as string;
    const acceptedBy = textOf(node, item, 'options.acceptedBy');
    const body = {
      ...accountOf(node, item),
      url: neededIdOf(node, item, 'url'),
      start: start === 'since' ? neededTimeOf(node, item) : start,
      board: textOf(node, item, 'sourceBoard'),
      check_every_seconds: node.getNodeParameter('options.checkEvery', item, '') as number | '',
      map: mapOf(node, item),
      auto_approve: acceptedBy ? true : undefined,
      auto_approve_accepted_by: acceptedBy,
    };
    return (await ask(node, { method: 'POST', path: '/v1/sources', body, item })).body;
  },
};

function neededTimeOf(node: IExecuteFunctions, item: number): string {
  const since = timeOf(node, item, 'since');
  if (since) return since;
  throw wrong(node, item, 'Since is empty', 'Choose a time, or another choice in First Run Takes.');
}
