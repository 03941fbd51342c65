/**
 * What only signs an address, and is another each time it is signed.
 * The sidecar has the same rule; tests/shared/signed-addresses.json holds both to it.
 */
interface Rule {
  host?: RegExp;

  /** What must stand in the query for the rule to hold: these names of parameters, in small letters. */
  with?: string[];

  /** The parameters that sign, in small letters. */
  signs: RegExp;

  /** Only where the value looks so. */
  value?: RegExp;
}

const JSON_WEB_TOKEN = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/;

const AZURE = /^(se|sig|sp|sv|st|spr|sr|sip|si|ss|srt|skoid|sktid|skt|ske|sks|skv|saoid|suoid|scid|sdd|ses)$/;

const QUERIES: Rule[] = [
  { signs: /^x-(amz|goog)-/ },
  { with: ['signature'], signs: /^(signature|expires|policy|key-pair-id|awsaccesskeyid|googleaccessid|ossaccesskeyid)$/ },
  { with: ['sig', 'se'], signs: AZURE },
  { with: ['sig', 'si'], signs: AZURE },
  { signs: /^token$/, value: JSON_WEB_TOKEN },
  { with: ['token', 'expires'], signs: /^(token|expires)$/ },
  { signs: /^authorization$/ },
  { host: /(^|\.)(discordapp\.com|discordapp\.net)$/, signs: /^(ex|is|hm)$/ },
  { host: /(^|\.)(cdninstagram\.com|fbcdn\.net)$/, signs: /^(oe|oh|edm|ccb|efg|ig_cache_key|_nc_\w+)$/ },
  { host: /(^|\.)fbsbx\.com$/, signs: /^(ext|hash|oe|oh|ccb|_nc_\w+)$/ },
  { host: /^drive(\.usercontent)?\.google\.com$/, signs: /^(confirm|uuid|at)$/ },
  { host: /(^|\.)googleusercontent\.com$/, signs: /^uuid$/ },
  { host: /(^|\.)sharepoint\.com$/, signs: /^tempauth$/ },
];

const PATHS: Array<{ host: RegExp; signs: RegExp }> = [
  { host: /(^|\.)airtableusercontent\.com$/, signs: /(?<=^\/v\d+\/(u\/)?\d+\/\d+\/)\d{13}\/.*$/ },
  { host: /^doc-[\w-]+\.googleusercontent\.com$/, signs: /(?<=^\/docs\/securesc\/)[^/]+\/[^/]+\/\d{13}\// },
  { host: /^lh\d+\.googleusercontent\.com$/, signs: /(?<=^\/drive-storage\/).+$/ },
];

/** The same address for every time it is signed; a text that is not signed stays as it is. */
export function withoutSignature(address: string): string {
  const [, origin, host, path, query, fragment] = /^(https?:\/\/([^/?#:\s]+)[^/?#\s]*)([^?#\s]*)(\?[^#\s]*)?(#\S*)?$/i.exec(address) ?? [];
  if (origin === undefined) return address;

  const site = host.toLowerCase();
  const shorter = PATHS.filter((rule) => rule.host.test(site)).reduce((rest, { signs }) => rest.replace(signs, ''), path);
  return origin + shorter + unsignedQuery(site, query ?? '') + (fragment ?? '');
}

function unsignedQuery(site: string, query: string): string {
  const parts = query.slice(1).split('&');
  const names = parts.map((part) => part.split('=')[0].toLowerCase());
  const rules = QUERIES.filter(
    ({ host, with: needed }) => (host?.test(site) ?? true) && (needed?.every((name) => names.includes(name)) ?? true),
  );
  const kept = parts.filter(
    (part, index) =>
      !rules.some(({ signs, value }) => signs.test(names[index]) && (value?.test(part.slice(names[index].length + 1)) ?? true)),
  );
  if (kept.length === parts.length) return query;

  const said = kept.filter((part) => part !== '');
  return said.length ? `?${said.join('&')}` : '';
}
