import type { IDataObject } from 'n8n-workflow';
import { contentFields, contentOf } from './content';
import { optionsField } from './options';
import { untilFinal } from './wait';
import { pinFailed } from '../../shared/errors';
import { hint, hintAbout } from '../../shared/hints';
import { keyOf, ownKeyOf } from '../../shared/idempotency';
import type { Operation } from '../../shared/operation';
import { sentence, simplePin, simplifyField } from '../../shared/simplify';
import { textOf } from '../../shared/text';
import { ask } from '../../shared/transport';

/** Has a pin published: the connector answers at once that it has it, and publishes it as soon as the account's limits allow. */
export const create: Operation = {
  option: {
    name: 'Create',
    value: 'create',
    action: 'Create pin',
    description: 'Publish a pin now or at a given time. The same content is published once, however often this runs.',
  },
  fields: [...contentFields, simplifyField, optionsField],

  async run(node, item) {
    const options = node.getNodeParameter('options', item, {}) as IDataObject;
    const { sent, same } = await contentOf(node, item);
    const { headers, body } = await ask(node, {
      method: 'POST',
      path: '/v1/pins',
      query: options.checkFirst ? { fetch_media: true, open_link: true } : {},
      body: {
        ...sent,
        idempotency_key: ownKeyOf(node, item) || keyOf(node, item, same, options.duplicates === 'again'),
        callback_url: textOf(node, item, 'options.callbackUrl'),
      },
      item,
    });
    const replayed = headers['idempotent-replayed'] === 'true';
    const warnings = ((body.warnings ?? []) as IDataObject[]).map(sentence);
    for (const warning of warnings) hint(node, warning, 'warning', { key: 'warnings', summary: '{count} things could do better' });
    const pin = options.waitForCompletion ? await untilFinal(node, item, body, Number(options.waitLimit ?? 300)) : body;
    await hintAbout(node, pin, replayed);
    if (options.waitForCompletion && pin.status === 'failed') throw pinFailed(node.getNode(), pin, item);
    return node.getNodeParameter('simplify', item)
      ? { ...simplePin(pin), warnings, replayed }
      : { ...pin, warnings: body.warnings, replayed };
  },
};
