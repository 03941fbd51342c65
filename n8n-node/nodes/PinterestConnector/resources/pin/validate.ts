import type { IDataObject } from 'n8n-workflow';
import { contentFields, contentOf } from './content';
import { checkOptionsField } from './options';
import type { Operation } from '../../shared/operation';
import { sentence, simplifyField } from '../../shared/simplify';
import { ask } from '../../shared/transport';

/** Says all that is wrong with a pin, and publishes nothing. */
export const validate: Operation = {
  option: {
    name: 'Validate',
    value: 'validate',
    action: 'Validate pin',
    description: 'Check a pin without publishing it: every field, the board, the link, and when it would go out',
  },
  fields: [...contentFields, simplifyField, checkOptionsField],

  async run(node, item) {
    const { sent } = await contentOf(node, item);
    const query = { open_link: (node.getNodeParameter('options', item, {}) as IDataObject).openLink || undefined };
    const { body } = await ask(node, { method: 'POST', path: '/v1/pins/validate', query, body: sent, item });
    return node.getNodeParameter('simplify', item) ? simple(body) : body;
  },
};

function simple(inspection: IDataObject): IDataObject {
  const said = (status: string) => (inspection.checks as IDataObject[]).filter((check) => check.status === status).map(sentence);
  return {
    valid: inspection.valid,
    problems: said('failed'),
    warnings: said('warning'),
    ...(inspection.resolved as IDataObject),
    expected_at: (inspection.eta as IDataObject | null)?.expected_at ?? null,
  };
}
