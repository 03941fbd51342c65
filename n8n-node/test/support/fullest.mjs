/** Each operation of the node with every field it has. */
const account = { mode: 'id', value: 'acc_1' };
const board = { mode: 'id', value: '42' };
const range = { startDate: '2026-11-01', endDate: '2026-11-07', metrics: 'saves' };
const days = { ...range, granularity: 'day' };
const metadata = { entries: [{ name: 'sku', value: '7' }] };
const content = {
  account,
  board,
  section: { mode: 'id', value: '7' },
  mediaSource: 'imageUrl',
  imageUrl: 'https://example.com/1.jpg',
  title: 'T',
  description: 'D',
  link: 'https://example.com',
  altText: 'A',
  publishAt: '2027-01-15T08:00:00Z',
  additionalFields: {
    chosenBy: 'M',
    cleanTexts: true,
    dominantColor: '#112233',
    linkMarker: true,
    metadata,
    priority: -10,
    snapshotMedia: true,
  },
  simplify: true,
};

export const fullest = {
  'account get': { account, simplify: true },
  'account getAll': { simplify: true },
  'account getConnectLink': { connect: 'again', account, environment: 'sandbox', returnUrl: 'https://n8n.example.com/' },
  'account getRateMeter': { account, simplify: true },
  'account hold': { account, simplify: true },
  'account resume': { account, simplify: true },
  'account update': {
    account,
    updateFields: {
      daysBetweenSameLink: 7,
      jitterPercent: 10,
      convertImages: false,
      linkMarker: false,
      minGapSeconds: 60,
      name: 'N',
      pinsPerBoardPerWeek: 20,
      pinsPerDay: 0,
      pinsPerDomainPerDay: 5,
      quietHours: '22:00-07:00',
      safetyMarginPercent: 5,
      timeZone: 'Europe/Berlin',
      weekdays: ['mon'],
    },
    simplify: true,
  },
  'board create': { account, name: 'N', additionalFields: { description: 'D', privacy: 'PUBLIC' }, simplify: true },
  'board createSection': { account, board, name: 'N' },
  'board getAll': { account, returnAll: false, limit: 250, filters: { privacy: 'PUBLIC' }, simplify: true },
  'board getSections': { account, board, returnAll: false, limit: 250 },
  'metric getAccount': { account, options: days, simplify: true },
  'metric getPin': { pinIds: 'pin_1', account, options: days, simplify: true },
  'metric getTopPins': { account, sortBy: 'saves', limit: 50, options: range, simplify: true },
  'pin cancel': { pinId: 'pin_1', simplify: true },
  'pin create': {
    ...content,
    options: {
      callbackUrl: 'https://example.com',
      checkFirst: true,
      duplicates: 'again',
      idempotencyKey: 'k',
      waitForCompletion: true,
      waitLimit: 30,
    },
  },
  'pin delete': { pinId: 'pin_1', deleteFromPinterest: true },
  'pin get': { pinId: 'pin_1', simplify: true },
  'pin getAll': {
    account,
    returnAll: true,
    limit: 1,
    filters: { boardId: '42', createdAfter: '2026-11-01', metadataName: 'sku', metadataValue: '7', status: 'failed' },
    simplify: true,
  },
  'pin retry': { pinId: 'pin_1', simplify: true },
  'pin validate': { ...content, options: { openLink: true } },
  'plan preview': { account, board, link: 'https://example.com', publishAt: '2027-01-15T08:00:00Z' },
};
