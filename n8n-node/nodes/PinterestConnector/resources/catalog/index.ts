import { getAll } from './getAll';
import { createFeed } from './feeds/create';
import { deleteFeed } from './feeds/delete';
import { getFeed } from './feeds/get';
import { getFeedIssues } from './feeds/getIssues';
import { getFeeds } from './feeds/getMany';
import { getFeedResults } from './feeds/getResults';
import { ingestFeed } from './feeds/ingest';
import { unwatchFeed } from './feeds/unwatch';
import { updateFeed } from './feeds/update';
import { watchFeed } from './feeds/watch';
import { createGroup } from './groups/create';
import { deleteGroup } from './groups/delete';
import { getGroup } from './groups/get';
import { getGroupCounts } from './groups/getCounts';
import { getGroups } from './groups/getMany';
import { getGroupProducts } from './groups/getProducts';
import { updateGroup } from './groups/update';
import { findItems } from './items/find';
import { getItemJob } from './items/getJob';
import { getItemJobs } from './items/getJobs';
import { getItemResults } from './items/getResults';
import { sendItems } from './items/send';
import { createReport } from './reports/create';
import { getReport } from './reports/get';
import { getReportStats } from './reports/getStats';
import type { Resource } from '../../shared/operation';

export const catalog: Resource = {
  option: { name: 'Catalog', value: 'catalog', description: "A shop's products on Pinterest: feeds, items, groups and reports" },
  operations: [
    createFeed,
    createGroup,
    createReport,
    deleteFeed,
    deleteGroup,
    findItems,
    getFeed,
    getFeedIssues,
    getFeedResults,
    getFeeds,
    getItemJob,
    getItemJobs,
    getItemResults,
    getAll,
    getGroup,
    getGroupCounts,
    getGroupProducts,
    getGroups,
    getReport,
    getReportStats,
    ingestFeed,
    sendItems,
    unwatchFeed,
    updateFeed,
    updateGroup,
    watchFeed,
  ],
  first: 'sendItems',
};
