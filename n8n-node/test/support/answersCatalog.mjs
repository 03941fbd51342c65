import { reply } from './connector.mjs';
import * as samples from './samples.mjs';

/** What the connector answers about a shop's products. */
export const answers = {
  'GET /v1/catalogs': samples.page([samples.catalog()]),
  'GET /v1/catalogs/feeds': samples.page([samples.feed()]),
  'POST /v1/catalogs/feeds': reply(201, samples.feed()),
  'GET /v1/catalogs/feeds/7': samples.feed(),
  'PATCH /v1/catalogs/feeds/7': samples.feed(),
  'DELETE /v1/catalogs/feeds/7': reply(204),
  'POST /v1/catalogs/feeds/7/ingest': samples.startedIngestion(),
  'PUT /v1/catalogs/feeds/7/watch': samples.feedWatch(),
  'DELETE /v1/catalogs/feeds/7/watch': reply(204),
  'GET /v1/catalogs/feeds/7/results': samples.page([samples.feedRun()]),
  'GET /v1/catalogs/results/9/issues': samples.page([samples.feedIssue()]),
  'POST /v1/catalogs/items': reply(202, samples.itemJob({ status: 'completed' })),
  'GET /v1/catalogs/items': samples.page([samples.itemJob()]),
  'GET /v1/catalogs/items/items_1': samples.itemJob({ status: 'completed' }),
  'GET /v1/catalogs/items/items_1/results': samples.page([samples.itemResult()]),
  'POST /v1/catalogs/items/find': { items: [samples.foundItem()] },
  'GET /v1/catalogs/groups': samples.page([samples.productGroup()]),
  'POST /v1/catalogs/groups': reply(201, samples.productGroup()),
  'GET /v1/catalogs/groups/3': samples.productGroup(),
  'PATCH /v1/catalogs/groups/3': samples.productGroup(),
  'DELETE /v1/catalogs/groups/3': reply(204),
  'GET /v1/catalogs/groups/3/counts': samples.groupCounts(),
  'GET /v1/catalogs/groups/3/products': samples.page([samples.productPin()]),
  'POST /v1/catalogs/reports': { token: 'token' },
  'GET /v1/catalogs/reports': { ready: false, url: null, bytes: null },
  'GET /v1/catalogs/reports/stats': samples.page([samples.reportStat()]),
};
