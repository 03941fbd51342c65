import { create } from './create';
import { createSection } from './createSection';
import { getAll } from './getAll';
import { getPins } from './getPins';
import { getSections } from './getSections';
import type { Resource } from '../../shared/operation';

export const board: Resource = {
  option: { name: 'Board', value: 'board', description: 'A board of a Pinterest account, or a section of one' },
  operations: [create, createSection, getAll, getPins, getSections],
  first: 'getAll',
};
