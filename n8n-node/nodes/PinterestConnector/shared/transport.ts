import type {
  IDataObject,
  IExecuteFunctions,
  IHookFunctions,
  IHttpRequestMethods,
  IHttpRequestOptions,
  ILoadOptionsFunctions,
  IPollFunctions,
  JsonObject,
} from 'n8n-workflow';
import { NodeApiError, sleep } from 'n8n-workflow';
import { refused, strangeAnswer, unreachable } from './errors';
import { inPanel, plainly } from './refusal';

export const CREDENTIAL = 'pinterestConnectorApi';

export type Caller = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions;

/** A request to the connector. Fields and parameters that are undefined are not sent. */
export interface Ask {
  method?: IHttpRequestMethods;
  path: string;
  query?: IDataObject;
  body?: IDataObject;

  /** Fields that are sent as null, where the body says nothing else of them. */
  cleared?: string[];

  /** Opens the bytes to send instead of JSON: a stream can be read only once. */
  file?: () => Promise<{ content: unknown; length: number }>;

  /** Headers beside those that every request has. */
  headers?: IDataObject;

  /** Which item it is for, so that what goes wrong names it; where it is for all of them, the refusal tells. */
  item?: number | ((problem: IDataObject) => number | undefined);

  /** Milliseconds; a file takes as long as it takes. */
  timeout?: number;
}

export interface Answer<T extends object = IDataObject> {
  status: number;
  headers: IDataObject;
  body: T;
}

const TIMEOUT = 100_000;

// The connector refuses more than its budget per second before it looks at the request, so sending it again is safe.
const TRIES_WHEN_BUSY = 5;

/** Asks the connector; whatever goes wrong is thrown as one error that says what happened and what to do. */
export async function ask<T extends object = IDataObject>(caller: Caller, request: Ask): Promise<Answer<T>> {
  for (let tries = 1; ; tries++) {
    const answer = await send(caller, request);
    const problem = answer.body as IDataObject;
    if (problem?.code === 'too_many_requests' && tries < TRIES_WHEN_BUSY) {
      await sleep(Number(problem.retry_after_seconds ?? 1) * 1000);
      continue;
    }
    if (answer.status >= 400) throw await refusal(caller, request, answer.status, problem);
    return answer as unknown as Answer<T>;
  }
}

async function refusal(caller: Caller, request: Ask, status: number, problem: IDataObject): Promise<NodeApiError> {
  const { baseUrl } = await caller.getCredentials<{ baseUrl: string }>(CREDENTIAL);
  const item = typeof request.item === 'function' ? request.item(problem) : request.item;
  const said =
    item === undefined
      ? plainly(status, problem, trimmed(baseUrl))
      : inPanel(caller as IExecuteFunctions, item, { status, problem, sent: { ...request.query, ...request.body } }, trimmed(baseUrl));
  return refused(caller.getNode(), status, problem, said, item);
}

async function send(caller: Caller, request: Ask): Promise<Answer> {
  const { baseUrl } = await caller.getCredentials<{ baseUrl: string }>(CREDENTIAL);
  const file = await request.file?.();
  const item = typeof request.item === 'number' ? request.item : undefined;
  const options: IHttpRequestOptions = {
    method: request.method ?? 'GET',
    url: trimmed(baseUrl) + request.path,
    qs: given(request.query ?? {}),
    headers: {
      Accept: 'application/json',
      ...(file && { 'Content-Type': 'application/octet-stream', 'Content-Length': file.length }),
      ...given(request.headers ?? {}),
    },
    body: file ? (file.content as Buffer) : request.body && { ...nulls(request.cleared ?? []), ...given(request.body) },
    json: file === undefined,
    timeout: file ? undefined : (request.timeout ?? TIMEOUT),
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
  };
  try {
    const { statusCode, headers, body } = await caller.helpers.httpRequestWithAuthentication.call(caller, CREDENTIAL, options);
    const read = typeof body === 'string' && file ? parsed(body) : body;
    if (statusCode !== 204 && (read === null || typeof read !== 'object')) throw strangeAnswer(caller.getNode(), baseUrl, statusCode, item);
    return { status: statusCode, headers, body: statusCode === 204 ? {} : read };
  } catch (error) {
    throw error instanceof NodeApiError && error.context.details
      ? new NodeApiError(caller.getNode(), error as unknown as JsonObject)
      : unreachable(caller.getNode(), error as Error, baseUrl, item);
  }
}

export const trimmed = (baseUrl: string) => baseUrl.trim().replace(/\/+$/, '');

/** What was filled in: an empty field means nothing was said, and the connector takes no empty texts. */
export function given(fields: IDataObject): IDataObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''));
}

const nulls = (fields: string[]): IDataObject => Object.fromEntries(fields.map((field) => [field, null]));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
