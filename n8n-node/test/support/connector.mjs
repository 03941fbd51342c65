import { AssertionError } from 'node:assert';
import { faultsOf, faultsOfAnswer } from './description.mjs';

export const BASE = 'http://connector.test:5280';

/** A connector that answers what a test arranged, remembers what it was asked, and takes nothing that the real one would not take. */
export class FakeConnector {
  requests = [];

  /** What the node did that it must not do; the node itself would take it for a broken connection. */
  fault;

  /** @param answers What is answered, by "METHOD /path": one answer, a list of them in turn, or a function of the request. */
  constructor(answers = {}) {
    this.answers = answers;
  }

  async receive(options) {
    const path = options.url.slice(BASE.length);
    const request = {
      method: options.method,
      path,
      query: options.qs ?? {},
      body: options.json ? options.body : undefined,
      headers: options.headers,
    };
    if (!options.json) request.file = await bytesOf(options.body);
    this.requests.push(request);
    try {
      if (!options.url.startsWith(`${BASE}/`)) refuse(options.url, ['is not the connector']);
      refuse(`${request.method} ${path}`, faultsOf(request));
      return this.#answer(request);
    } catch (error) {
      if (error instanceof AssertionError) this.fault ??= error;
      throw error;
    }
  }

  #answer(request) {
    const key = `${request.method} ${request.path}`;
    const arranged = this.answers[key];
    const answer = typeof arranged === 'function' ? arranged(request) : Array.isArray(arranged) ? arranged.shift() : arranged;
    if (!answer) refuse(key, ['nobody arranged an answer']);
    if (answer instanceof Error) throw answer;
    const { http: status, headers, body } = answer.http ? answer : reply(200, answer);
    if (typeof body === 'object') refuse(`the arranged answer of ${key}`, faultsOfAnswer(request, { status, body }));
    return { statusCode: status, headers, body: structuredClone(body) };
  }

  /** The requests of a kind, such as "POST /v1/pins". */
  asked(key) {
    return this.requests.filter(({ method, path }) => `${method} ${path}` === key);
  }
}

function refuse(what, faults) {
  if (faults.length > 0) throw new AssertionError({ message: `${what}: ${faults.join('; ')}` });
}

async function bytesOf(body) {
  if (Buffer.isBuffer(body)) return body;
  const pieces = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** An answer with a status and headers; one without is a 200. */
export const reply = (http, body, headers = {}) => ({ http, body, headers });

/** A refusal as the connector writes it. */
export const problem = (status, code, detail, remediation, more = {}) =>
  reply(status, {
    type: `urn:pinterest-connector:problem:${code}`,
    title: 'No.',
    status,
    detail,
    code,
    remediation,
    request_id: 'req_1',
    ...more,
  });
