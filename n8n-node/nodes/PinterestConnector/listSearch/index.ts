export { searchAccounts } from './searchAccounts';
export { searchBoards } from './searchBoards';
export { searchSections } from './searchSections';
