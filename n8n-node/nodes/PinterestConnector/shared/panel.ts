import type { IExecuteFunctions } from 'n8n-workflow';

/** What each field is called in the panel, by its parameter. */
export const LABELS: Record<string, string> = {
  account: 'Account',
  altText: 'Alt Text',
  assetId: 'Asset ID',
  attributes: 'Attributes',
  attributesJson: 'Attributes (JSON)',
  binaryField: 'Input Data Field Name',
  board: 'Board',
  carousel: 'Carousel',
  catalog: 'Catalog',
  country: 'Country',
  defaultCountry: 'Default Country',
  defaultLocale: 'Default Locale',
  description: 'Description',
  feed: 'Feed',
  feedFormat: 'Format',
  imageUrl: 'Image URL',
  itemAction: 'Action',
  itemId: 'Item ID',
  itemIds: 'Item IDs',
  itemJobId: 'Job ID',
  language: 'Language',
  link: 'Destination Link',
  locale: 'Locale',
  location: 'File URL',
  name: 'Name',
  pinId: 'Pin ID',
  pinIds: 'Pin IDs',
  pinterestPinId: 'Pinterest Pin ID',
  productFilters: 'Product Filters',
  productGroup: 'Product Group',
  reason: 'Reason',
  reportToken: 'Report Token',
  reportType: 'Type',
  resultId: 'Result ID',
  publishAt: 'Publish At',
  section: 'Board Section',
  title: 'Title',
  videoUrl: 'Video URL',
  'additionalFields.adAccountId': 'Ad Account ID',
  'additionalFields.approvedBy': 'Approved By',
  'additionalFields.chosenBy': 'Chosen By',
  'additionalFields.coverAssetId': 'Video Cover Asset ID',
  'additionalFields.coverImageUrl': 'Video Cover Image URL',
  'additionalFields.coverTime': 'Video Cover Time (Seconds)',
  'additionalFields.description': 'Description',
  'additionalFields.catalogType': 'Catalog Type',
  'additionalFields.defaultAvailability': 'Default Availability',
  'additionalFields.defaultCurrency': 'Default Currency',
  'additionalFields.feedStatus': 'Status',
  'additionalFields.password': 'Password',
  'additionalFields.scheduleTime': 'Schedule Time',
  'additionalFields.scheduleTimezone': 'Schedule Time Zone',
  'additionalFields.username': 'Username',
  'additionalFields.dominantColor': 'Dominant Color',
  'additionalFields.cleanTexts': 'Clean Texts',
  'additionalFields.eventDate': 'Event Date',
  'additionalFields.leadDays': 'Lead Days',
  'additionalFields.linkMarker': 'Link Marker',
  'additionalFields.metadata': 'Metadata',
  'additionalFields.parentPinId': 'Parent Pin ID',
  'additionalFields.priority': 'Priority',
  'additionalFields.privacy': 'Privacy',
  'additionalFields.rejectedBy': 'Rejected By',
  'additionalFields.snapshotMedia': 'Take Media Now',
  'additionalFields.sponsorId': 'Sponsor ID',
  'additionalFields.updatedAt': 'Updated At',
  'filters.boardId': 'Board ID',
  'filters.issue': 'Issue',
  'filters.itemNumbers': 'Item Numbers',
  'filters.createdAfter': 'Created After',
  'filters.metadataName': 'Metadata Name',
  'filters.metadataValue': 'Metadata Value',
  'filters.privacy': 'Privacy',
  'filters.searchFor': 'Search For',
  'filters.status': 'Status',
  'options.callbackUrl': 'Callback URL',
  'options.endDate': 'End Date',
  'options.granularity': 'Granularity',
  'options.idempotencyKey': 'Idempotency Key',
  'options.map': 'Map',
  'options.metrics': 'Metrics',
  'options.startDate': 'Start Date',
  'options.updateMask': 'Update Mask',
  'updateFields.altText': 'Alt Text',
  'updateFields.board': 'Board',
  'updateFields.boardSectionId': 'Board Section ID',
  'updateFields.description': 'Description',
  'updateFields.linkUrl': 'Destination Link',
  'updateFields.title': 'Title',
  'updateFields.approvalAfterEdit': 'Approval After Edit',
  'updateFields.daysBetweenSameLink': 'Days Between Same Link',
  'updateFields.jitterPercent': 'Jitter (Percent)',
  'updateFields.catalogType': 'Catalog Type',
  'updateFields.defaultAvailability': 'Default Availability',
  'updateFields.defaultCurrency': 'Default Currency',
  'updateFields.feedFormat': 'Format',
  'updateFields.feedStatus': 'Status',
  'updateFields.location': 'File URL',
  'updateFields.password': 'Password',
  'updateFields.productFilters': 'Product Filters',
  'updateFields.scheduleTime': 'Schedule Time',
  'updateFields.scheduleTimezone': 'Schedule Time Zone',
  'updateFields.username': 'Username',
  'updateFields.convertImages': 'Convert Images',
  'updateFields.linkMarker': 'Link Marker',
  'updateFields.minGapSeconds': 'Gap Between Pins (Seconds)',
  'updateFields.name': 'Name',
  'updateFields.pinsPerBoardPerWeek': 'Pins per Board per Week',
  'updateFields.pinsPerDay': 'Pins per Day',
  'updateFields.pinsPerDomainPerDay': 'Pins per Domain per Day',
  'updateFields.quietHours': 'Quiet Hours',
  'updateFields.requireApproval': 'Require Approval',
  'updateFields.safetyMarginPercent': 'Safety Margin (Percent)',
  'updateFields.timeZone': 'Time Zone',
  'updateFields.weekdays': 'Weekdays',
};

// Where the name of the parameter is not that of the connector in another spelling.
const OTHER_NAMES: Record<string, string> = {
  account_id: 'account',
  board_id: 'board',
  board_section_id: 'section',
  catalog_id: 'catalog',
  cover_time_seconds: 'coverTime',
  credentials: 'username',
  feed_id: 'feed',
  filters: 'productFilters',
  format: 'feedFormat',
  ids: 'pinIds',
  link_url: 'link',
  operation: 'itemAction',
  preferred_processing_schedule: 'scheduleTime',
  token: 'reportToken',
};

const PARTS = ['', 'additionalFields.', 'updateFields.', 'options.', 'filters.'];

/** The parameter that the connector means; undefined if the panel has none. In a list it is that of the card. */
export function parameterOf(node: IExecuteFunctions, item: number, name: string): string | undefined {
  const [, card, inCard] = /^carousel\[(\d+)\](?:\.(\w+))?/.exec(name) ?? [];
  if (card !== undefined) return inCard ? `carousel.cards[${card}].${spelled(inCard)}` : 'carousel';

  const [first] = name.replace(/^((?:pins|items)\[\d+\]|settings)\./, '').split(/[.[]/);
  // Some operations spell a field as the connector does, others as the panel.
  const names = [...new Set([spelled(first), inCamels(first)])];
  return names.flatMap((one) => PARTS.map((part) => part + one)).find((path) => path in LABELS && rawOf(node, item, path) !== null);
}

const spelled = (name: string) => OTHER_NAMES[name] ?? inCamels(name);

const inCamels = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What the panel calls a parameter: of a card of the carousel, which image it is as well. */
export function labelOf(path: string): string {
  const [, card, field] = /^carousel\.cards\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  if (card !== undefined) return `${LABELS[field] ?? field} of image ${Number(card) + 1} in Carousel`;
  const [, entry] = /^additionalFields\.metadata\.entries\[(\d+)\]/.exec(path) ?? [];
  return entry === undefined ? (LABELS[path] ?? path) : `Value ${Number(entry) + 1} in Metadata`;
}

// Lists with an id behind each name. n8n takes the id out of these only, and not within a collection.
const LOCATORS = ['account', 'board', 'catalog', 'feed', 'productGroup', 'section'];

/** What a field says for an item: its value, or what its expression gave. */
export function valueOf(node: IExecuteFunctions, item: number, path: string): unknown {
  return node.getNodeParameter(path, item, '', LOCATORS.includes(path) ? { extractValue: true } : {});
}

/** What was typed into a field: its expression, or its value; null where there is no such field. */
export function rawOf(node: IExecuteFunctions, item: number, path: string): unknown {
  const raw = node.getNodeParameter(path, item, null, { rawExpressions: true }) as unknown;
  return raw !== null && typeof raw === 'object' && '__rl' in raw ? (raw as { value?: unknown }).value : raw;
}

/** The expression of a field, as it stands in the panel; undefined where the field has none. */
export function expressionOf(node: IExecuteFunctions, item: number, path: string): string | undefined {
  const raw = rawOf(node, item, path);
  return typeof raw === 'string' && raw.startsWith('=') ? raw.slice(1).trim() : undefined;
}
