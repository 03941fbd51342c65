import { findKeywords } from './findKeywords';
import { getAudiences } from './getAudiences';
import { getCategories } from './getCategories';
import { getInsights } from './getInsights';
import { getTopics } from './getTopics';
import { getTrends } from './getTrends';
import type { Resource } from '../../shared/operation';

export const audience: Resource = {
  option: { name: 'Audience', value: 'audience', description: 'What people on Pinterest search for, and what an audience is like' },
  operations: [findKeywords, getAudiences, getInsights, getCategories, getTopics, getTrends],
  first: 'findKeywords',
};
