// What the connector's operations are called in the menus of the node.
const PLACES: Array<[RegExp, string]> = [
  [/GET \/v1\/boards\/[\w{}]+\/sections/g, 'Board > Get Sections'],
  [/POST \/v1\/boards\/[\w{}]+\/sections/g, 'Board > Create Section'],
  [/GET \/v1\/boards/g, 'Board > Get Many'],
  [/POST \/v1\/boards/g, 'Board > Create'],
  [/POST \/v1\/oauth\/start/g, 'Account > Get Connect Link'],
  [/GET \/v1\/catalogs\/feeds\/[\w{}]+\/results/g, 'Catalog > Get Feed Results'],
  [/GET \/v1\/catalogs\/feeds/g, 'Catalog > Get Feeds'],
  [/POST \/v1\/catalogs\/items\/find/g, 'Catalog > Find Items'],
  [/GET \/v1\/catalogs\/items\/[\w{}]+\/results/g, 'Catalog > Get Item Results'],
  [/GET \/v1\/catalogs\/groups/g, 'Catalog > Get Product Groups'],
  [/POST \/v1\/catalogs\/groups/g, 'Catalog > Create Product Group'],
  [/POST \/v1\/catalogs\/reports/g, 'Catalog > Create Report'],
  [/GET \/v1\/catalogs/g, 'Catalog > Get Many'],
  [/POST (?:…|\/v1\/accounts\/[\w{}]+)\/websites/g, 'Account > Claim Website'],
  [/GET \/v1\/accounts/g, 'Account > Get Many'],
  [/POST (?:…|\/v1\/accounts\/[\w{}]+)\/resume/g, 'Account > Resume'],
  [/POST (?:…|\/v1\/pins\/[\w{}]+)\/approve(?:, or reject)?/g, 'Pin > Approve'],
  [/POST (?:…|\/v1\/pins\/[\w{}]+)\/cancel/g, 'Pin > Cancel'],
  [/POST (?:…|\/v1\/pins\/[\w{}]+)\/retry/g, 'Pin > Retry'],
];

// What its fields are called in the panel, where its sentences name them. Only whole names that no other word is.
const FIELDS: Array<[RegExp, string]> = [
  [/\baccount_id\b/g, 'Account'],
  [/\bboard_section_id\b/g, 'Board Section'],
  [/\bboard_id\b/g, 'Board'],
  [/\bimage_url\b/g, 'Image URL'],
  [/\bvideo_url\b/g, 'Video URL'],
  [/\bcover_image_url\b/g, 'Video Cover Image URL'],
  [/\bcover_time_seconds\b/g, 'Video Cover Time'],
  [/\basset_id\b/g, 'Asset ID'],
  [/\blink_url\b/g, 'Destination Link'],
  [/\balt_text\b/g, 'Alt Text'],
  [/\bpublish_at\b/g, 'Publish At'],
  [/\bevent_date\b/g, 'Event Date'],
  [/\blead_days\b/g, 'Lead Days'],
  [/\brequire_approval\b/g, 'Require Approval'],
  [/\bsnapshot_media\b/g, 'Take Media Now'],
  [/\bidempotency_key\b/g, 'Idempotency Key'],
];

/** Advice of the connector in words of the panel. */
export const inWordsOfN8n = (advice: string): string =>
  [...PLACES, ...FIELDS].reduce((text, [theirs, ours]) => text.replace(theirs, ours), advice);
