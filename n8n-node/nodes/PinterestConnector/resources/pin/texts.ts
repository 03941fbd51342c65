import type { INodeProperties, NodeHint } from 'n8n-workflow';

// What Pinterest takes: https://developers.pinterest.com/docs/api/v5/pins-create/
const LIMITS = { title: 100, description: 800, link: 2048, altText: 500 };

/** What people read on the pin, and where it leads. */
export const textFields: INodeProperties[] = [
  {
    displayName: 'Title',
    name: 'title',
    type: 'string',
    default: '',
    placeholder: 'e.g. A brass lamp for small desks',
    hint: `Up to ${LIMITS.title} characters; about the first 40 show in the feed`,
    description: `Title of the pin, up to ${LIMITS.title} characters. Say what is seen, in the words people search for.`,
  },
  {
    displayName: 'Description',
    name: 'description',
    type: 'string',
    typeOptions: { rows: 4 },
    default: '',
    hint: `Up to ${LIMITS.description} characters; Pinterest searches it`,
    description:
      `Description of the pin, up to ${LIMITS.description} characters. ` +
      'Pinterest searches it: write full sentences with the words people search for.',
  },
  {
    displayName: 'Destination Link',
    name: 'link',
    type: 'string',
    default: '',
    placeholder: 'e.g. https://example.com/lamp',
    hint: `Up to ${LIMITS.link} characters; no link shorteners, Pinterest blocks them`,
    description: 'The page a click on the pin leads to, starting with https:// or http://. Pinterest blocks link shorteners.',
  },
  {
    displayName: 'Alt Text',
    name: 'altText',
    type: 'string',
    typeOptions: { rows: 2 },
    default: '',
    hint: `Up to ${LIMITS.altText} characters, for people who cannot see the image`,
    description: `What the image shows, for people who cannot see it, up to ${LIMITS.altText} characters`,
  },
];

/** Shown while a text is written that is longer than Pinterest takes. */
export const textHints: NodeHint[] = [
  tooLong('title', 'The title', LIMITS.title),
  tooLong('description', 'The description', LIMITS.description),
  tooLong('altText', 'The alt text', LIMITS.altText),
  tooLong('link', 'The destination link', LIMITS.link),
];

// Characters are counted as Pinterest counts them: an emoji is one.
function tooLong(field: string, name: string, limit: number): NodeHint {
  return {
    message: `${name} is longer than ${limit} characters, which is all that Pinterest takes`,
    type: 'warning',
    location: 'ndv',
    whenToDisplay: 'beforeExecution',
    displayCondition: `={{ $parameter["resource"] === "pin" && [...String($parameter["${field}"] ?? "")].length > ${limit} }}`,
  };
}
