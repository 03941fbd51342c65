import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { jsonOf } from '../../../shared/json';
import { textOf } from '../../../shared/text';
import { given } from '../../../shared/transport';
import { partsOf } from './parts';

const text = (displayName: string, name: string, description: string, placeholder?: string): INodeProperties => ({
  displayName,
  name,
  type: 'string',
  default: '',
  description,
  ...(placeholder && { placeholder }),
});

// By the names of Pinterest, so that what is refused is found again here.
const LISTS = ['additional_image_link', 'image_link'];

const known: INodeProperties[] = [
  text(
    'Additional Image Links',
    'additional_image_link',
    'Comma-separated list of addresses of more pictures, or an expression with a list',
  ),
  text('Availability', 'availability', 'Whether it can be bought: in stock, out of stock or preorder', 'e.g. in stock'),
  text('Brand', 'brand', 'Who makes it'),
  text('Condition', 'condition', 'One of new, used and refurbished', 'e.g. new'),
  text('Description', 'description', 'What it is'),
  text('Google Product Category', 'google_product_category', 'Its place in the product taxonomy of Google'),
  text('GTIN', 'gtin', 'Its number all over the world, such as an EAN'),
  text('Image Link', 'image_link', 'The address of its picture', 'e.g. https://shop.example.com/lamp.jpg'),
  text('Item Group ID', 'item_group_id', 'What variants of one product have in common'),
  text('Link', 'link', 'The page where it is bought', 'e.g. https://shop.example.com/lamp'),
  text('MPN', 'mpn', 'Its number of the maker'),
  text('Price', 'price', 'With its currency', 'e.g. 49.00 USD'),
  text('Product Type', 'product_type', "Its place in the shop's own order", 'e.g. Home > Lamps'),
  text('Sale Price', 'sale_price', 'With its currency; lower than Price', 'e.g. 39.00 USD'),
  text('Title', 'title', 'What it is called'),
];

/** What an item is, one field for each attribute or all in one. */
export const attributeFields: INodeProperties[] = [
  {
    displayName: 'Attributes From',
    name: 'attributesFrom',
    type: 'options',
    default: 'fields',
    options: [
      { name: 'Fields', value: 'fields', description: 'Each attribute has a field' },
      { name: 'JSON', value: 'json', description: 'An object with attributes by their names at Pinterest' },
    ],
    displayOptions: { show: { itemAction: ['create', 'update', 'upsert'] } },
    description: 'How the attributes of each item are given',
  },
  {
    displayName: 'Attributes',
    name: 'attributes',
    type: 'collection',
    placeholder: 'Add Attribute',
    default: {},
    displayOptions: { show: { itemAction: ['create', 'update', 'upsert'], attributesFrom: ['fields'] } },
    description: 'What the item is',
    options: known,
  },
  {
    displayName: 'Attributes (JSON)',
    name: 'attributesJson',
    type: 'json',
    default: '{}',
    placeholder: '{{ $json.attributes }}',
    displayOptions: { show: { itemAction: ['create', 'update', 'upsert'], attributesFrom: ['json'] } },
    description: 'An object with attributes by their names at Pinterest, such as price and availability',
  },
];

/** The same as Pinterest takes it; undefined when nothing was said. */
export function attributesOf(node: IExecuteFunctions, item: number): IDataObject | undefined {
  if (node.getNodeParameter('attributesFrom', item) === 'json')
    return jsonOf(node, item, 'attributesJson', 'Give an object such as {"price": "49.00 USD", "availability": "in stock"}.');
  const chosen = Object.keys(node.getNodeParameter('attributes', item, {}) as IDataObject);
  const attributes = given(Object.fromEntries(chosen.map((name) => [name, attributeOf(node, item, name)])));
  return Object.keys(attributes).length > 0 ? attributes : undefined;
}

function attributeOf(node: IExecuteFunctions, item: number, name: string): string | string[] | undefined {
  const path = `attributes.${name}`;
  if (!LISTS.includes(name)) return textOf(node, item, path);
  const parts = partsOf(node, item, path);
  return parts.length > 0 ? parts : undefined;
}
