import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { additionalField, additionalOf } from './additional';
import { mediaFields, mediaOf } from './media';
import { textFields } from './texts';
import { accountField, accountOf } from '../../shared/account';
import { boardOf, namedBoardField, sectionField, sectionOf } from '../../shared/board';
import { textOf } from '../../shared/text';
import { timeOf } from '../../shared/time';
import { given } from '../../shared/transport';

/** What a pin is made of: the same fields to publish it and to check it. */
export const contentFields: INodeProperties[] = [
  accountField,
  namedBoardField,
  sectionField,
  ...mediaFields,
  ...textFields,
  {
    displayName: 'Publish At',
    name: 'publishAt',
    type: 'dateTime',
    default: '',
    hint: "Empty: as soon as the account's limits allow",
    description:
      'When the pin may go out, as ISO 8601. Without an offset it is in the time zone of the workflow; ' +
      'empty or in the past means as soon as possible. Take it from your data: a time counted from now makes another pin of every run.',
  },
  additionalField,
];

/** The pin as the connector takes it, and what makes it the same pin when it comes again. */
export async function contentOf(node: IExecuteFunctions, item: number): Promise<{ sent: IDataObject; same: IDataObject }> {
  const rest = given({
    ...accountOf(node, item),
    ...boardOf(node, item),
    ...sectionOf(node, item),
    title: textOf(node, item, 'title'),
    description: textOf(node, item, 'description'),
    link_url: textOf(node, item, 'link'),
    alt_text: textOf(node, item, 'altText'),
    publish_at: timeOf(node, item, 'publishAt'),
    ...additionalOf(node, item),
  });
  const media = await mediaOf(node, item);
  return { sent: { ...rest, ...given(media.sent) }, same: { ...rest, ...media.same } };
}
