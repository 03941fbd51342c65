import { preview } from './preview';
import type { Resource } from '../../shared/operation';

export const plan: Resource = {
  option: { name: 'Plan', value: 'plan', description: 'When pins would go out' },
  operations: [preview],
  first: 'preview',
};
