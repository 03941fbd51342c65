export { searchAccounts } from './searchAccounts';
export { searchBoards } from './searchBoards';
export { searchCatalogs } from './searchCatalogs';
export { searchFeeds } from './searchFeeds';
export { searchProductGroups } from './searchProductGroups';
export { searchSections } from './searchSections';
