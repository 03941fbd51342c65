import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { fileOf } from './file';
import type { Media } from './media';
import { idOf, textOf } from '../../shared/text';
import { given } from '../../shared/transport';

const shownFor = (source: string) => ({ show: { source: [source] } });

// In the order in which they are filled in, which is not that of the alphabet.
const cardFields: INodeProperties[] = [
  {
    displayName: 'Source',
    name: 'source',
    type: 'options',
    default: 'imageUrl',
    options: [
      { name: 'Asset', value: 'asset' },
      { name: 'Binary File', value: 'binary' },
      { name: 'Image URL', value: 'imageUrl' },
    ],
    description: 'Where this image comes from',
  },
  {
    displayName: 'Image URL',
    name: 'imageUrl',
    type: 'string',
    default: '',
    placeholder: 'e.g. https://example.com/lamp.jpg',
    displayOptions: shownFor('imageUrl'),
    description: 'Public address of a JPEG or PNG image',
  },
  {
    displayName: 'Input Data Field Name',
    name: 'binaryField',
    type: 'string',
    default: 'data',
    displayOptions: shownFor('binary'),
    description: 'The name of the input field that holds the image',
  },
  {
    displayName: 'Asset ID',
    name: 'assetId',
    type: 'string',
    default: '',
    placeholder: 'e.g. ast_01JD…',
    displayOptions: shownFor('asset'),
    description: 'The ID (ast_…) of an image that was given to the connector before',
  },
  {
    displayName: 'Title',
    name: 'title',
    type: 'string',
    default: '',
    description: 'Title of this image',
  },
  {
    displayName: 'Description',
    name: 'description',
    type: 'string',
    default: '',
    description: 'Text of this image',
  },
  {
    displayName: 'Destination Link',
    name: 'link',
    type: 'string',
    default: '',
    placeholder: 'e.g. https://example.com/lamp',
    description: 'Page that this image leads to',
  },
];

export const carouselField: INodeProperties = {
  displayName: 'Carousel',
  name: 'carousel',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true, sortable: true, maxAllowedFields: 5 },
  placeholder: 'Add Image',
  default: {},
  hint: 'Two to five images, all of the same size',
  description: 'The images of the carousel, in order: two to five, each with its own texts and link',
  options: [{ displayName: 'Image', name: 'cards', values: cardFields }],
};

/** The cards of the carousel, in their order. */
export async function carouselOf(node: IExecuteFunctions, item: number): Promise<Media> {
  const cards = [];
  for (const [index, card] of (node.getNodeParameter('carousel.cards', item, []) as IDataObject[]).entries())
    cards.push(await cardOf(node, item, card.source, `carousel.cards[${index}]`));
  return { sent: { carousel: cards.map(({ sent }) => sent) }, same: { carousel: cards.map(({ same }) => same) } };
}

async function cardOf(node: IExecuteFunctions, item: number, source: unknown, card: string): Promise<Media> {
  const said = (field: string) => textOf(node, item, `${card}.${field}`);
  const texts = given({ title: said('title'), description: said('description'), link_url: said('link') });
  const { sent, same } = await imageOf(node, item, source, card);
  return { sent: { ...given(sent), ...texts }, same: { ...same, ...texts } };
}

async function imageOf(node: IExecuteFunctions, item: number, source: unknown, card: string): Promise<Media> {
  if (source === 'binary') return await fileOf(node, item, textOf(node, item, `${card}.binaryField`) || 'data');
  const sent =
    source === 'asset' ? { asset_id: idOf(node, item, `${card}.assetId`) } : { image_url: textOf(node, item, `${card}.imageUrl`) };
  return { sent, same: sent };
}
