import type { INodePropertyOptions } from 'n8n-workflow';

const named = (values: string[]): INodePropertyOptions[] =>
  values
    .map((value) => ({ name: value.replace(/(^|_)([a-z])/g, (_, gap, letter) => (gap && ' ') + letter.toUpperCase()), value }))
    .sort((one, other) => one.name.localeCompare(other.name));

/** As Pinterest lists them. */
export const interests = named([
  'animals',
  'architecture',
  'art',
  'beauty',
  'childrens_fashion',
  'design',
  'diy_and_crafts',
  'education',
  'electronics',
  'entertainment',
  'event_planning',
  'finance',
  'food_and_drinks',
  'gardening',
  'health',
  'home_decor',
  'mens_fashion',
  'parenting',
  'quotes',
  'sport',
  'travel',
  'vehicles',
  'wedding',
  'womens_fashion',
]);

export const topicInterests = named([
  'animals',
  'architecture',
  'art',
  'beauty',
  'diy_and_crafts',
  'education',
  'event_planning',
  'fashion',
  'food_and_drinks',
  'gardening',
  'health',
  'home_decor',
  'parenting',
  'travel',
  'wedding',
]);

export const verticals = named(['beauty', 'fashion', 'home_decor']);

export const genders = named(['female', 'male', 'unknown']);

export const shopperGenders = named(['female', 'male', 'unspecified']);

export const ages = named(['18-24', '25-34', '35-44', '45-49', '50-54', '55-64', '65+']);
