import { getAccount } from './getAccount';
import { getPin } from './getPin';
import { getProducts } from './getProducts';
import { getTopPins } from './getTopPins';
import { getTopVideos } from './getTopVideos';
import type { Resource } from '../../shared/operation';

export const metric: Resource = {
  option: { name: 'Metric', value: 'metric', description: 'Impressions, saves and clicks, read from Pinterest' },
  operations: [getAccount, getPin, getProducts, getTopPins, getTopVideos],
  first: 'getTopPins',
};
