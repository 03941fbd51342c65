import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** The sidecar's own description of its API: what it takes and what it answers. */
export const description = JSON.parse(readFileSync(new URL('../../../sidecar/openapi.json', import.meta.url), 'utf8'));

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
// A time of day of the connector has no offset, as the format of JSON Schema would have.
ajv.addFormat('time', /^\d{2}:\d{2}(:\d{2})?$/);
ajv.addSchema(description, 'openapi');

/** What is wrong with a request, in the eyes of the description; nothing if it is fine. */
export function faultsOf({ method, path, query, body }) {
  const found = find(method, path);
  if (!found) return [`${method} ${path} is no operation of the sidecar`];
  const faults = Object.entries(query).flatMap(([name, value]) => faultsOfParameter(found, name, value));
  if (body === undefined) return faults;
  const schema = found.pointer('requestBody/content/application~1json/schema');
  return schema ? [...faults, ...faultsOfValue(schema, body)] : [...faults, `${method} ${path} takes no body`];
}

/** What is wrong with an answer that a test makes up. */
export function faultsOfAnswer({ method, path }, { status, body }) {
  if (status >= 400 || status === 204) return [];
  const found = find(method, path);
  if (!found?.operation.responses[status]) return [`${method} ${path} does not answer ${status}`];
  return faultsOfValue(found.pointer(`responses/${status}/content/application~1json/schema`), body);
}

function find(method, path) {
  const verb = method.toLowerCase();
  // A path that is written out goes before one with a parameter in the same place.
  const templates = Object.keys(description.paths).sort((a, b) => a.split('{').length - b.split('{').length);
  const template = templates.find((one) => new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(path) && description.paths[one][verb]);
  if (!template) return undefined;
  const operation = description.paths[template][verb];
  const root = `openapi#/paths/${encodeURIComponent(template.replace(/~/g, '~0').replace(/\//g, '~1'))}/${verb}/`;
  return { operation, pointer: (rest) => (has(operation, rest) ? { $ref: root + rest } : undefined) };
}

const has = (operation, pointer) => pointer.split('/').reduce((at, key) => at?.[key.replace(/~1/g, '/')], operation) !== undefined;

function faultsOfParameter({ operation, pointer }, name, value) {
  // The metadata filters of a list have any name, which a description cannot say.
  if (name.startsWith('metadata.')) return [];
  const at = (operation.parameters ?? []).findIndex((one) => one.in === 'query' && one.name === name);
  return at < 0 ? [`the parameter ${name} does not exist`] : faultsOfValue(pointer(`parameters/${at}/schema`), value);
}

function faultsOfValue(schema, value) {
  const check = ajv.compile(schema);
  return check(value) ? [] : check.errors.map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}
