import type { IDataObject, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { Answer } from './transport';

// Where the connector's advice speaks of HTTP, this says where in n8n to do it.
const ADVICE: Record<string, string> = {
  unauthorized: 'Check the API Key in the credential: it must be a key of this connector, and not revoked. The first start prints one.',
  insufficient_scope: 'Put a key with the scope "publish" into the credential; an admin key of the connector can make one.',
  account_required: 'Choose one under Account. If the list is empty, connect a Pinterest account to the connector first.',
  idempotency_key_reused:
    'Change Options > Idempotency Key, or remove it: the node then makes one out of the content, so that other content is another pin.',
};

// The connector's advice names its own operations; here they have places in a menu.
const PLACES: Array<[RegExp, string]> = [
  [/GET \/v1\/boards\/[\w{}]+\/sections/g, 'Board > Get Sections'],
  [/POST \/v1\/boards\/[\w{}]+\/sections/g, 'Board > Create Section'],
  [/GET \/v1\/boards/g, 'Board > Get Many'],
  [/POST \/v1\/boards/g, 'Board > Create'],
  [/GET \/v1\/accounts/g, 'Account > Get Many'],
  [/POST (?:…|\/v1\/pins\/[\w{}]+)\/retry/g, 'Pin > Retry'],
];

export const inWordsOfN8n = (advice: string): string => PLACES.reduce((text, [operation, place]) => text.replace(operation, place), advice);

const DOCKER =
  'If n8n runs in Docker, localhost is its own container: ' +
  'use the service name, such as http://connector:5280, or http://host.docker.internal:5280 for a connector on the machine itself.';

/** The connector said no: its own words, and what to do about it. */
export function refused(node: INode, { status, body }: Answer, itemIndex?: number): NodeApiError {
  const code = String(body.code ?? `http_${status}`);
  return failure(node, body, {
    message: String(body.detail ?? body.title ?? `The connector answered ${status}`),
    description:
      ADVICE[code] ?? inWordsOfN8n(String(body.remediation ?? 'Try again; if it happens again, look at the log of the connector.')),
    status: String(status),
    itemIndex,
    details: {
      code,
      http_status: status,
      retryable: body.retry_after_seconds !== undefined || status === 429 || status >= 500,
      retry_after_seconds: body.retry_after_seconds,
      errors: body.errors,
      pinterest: body.pinterest,
      request_id: body.request_id,
    },
  });
}

/** A pin that was waited for has failed. */
export function pinFailed(node: INode, pin: IDataObject, itemIndex: number): NodeApiError {
  return failure(node, pin, {
    message: String(pin.error_message ?? 'Pinterest did not take the pin.'),
    description: inWordsOfN8n(String(pin.error_remediation ?? 'Look at the pin, then use Pin > Retry.')),
    status: '422',
    itemIndex,
    details: { code: pin.error_code, retryable: pin.retryable, pin_id: pin.id },
  });
}

/** Something answers, but it is not the connector. */
export function strangeAnswer(node: INode, baseUrl: string, status: number, itemIndex?: number): NodeApiError {
  // A proxy in front of a connector that is not up.
  if (status >= 502) return unreachable(node, { name: '', message: '', code: String(status) }, baseUrl, itemIndex);
  return failure(
    node,
    {},
    {
      message: `Something answers at ${baseUrl}, but it is not the Pinterest Connector`,
      description: 'Check Base URL in the credential: it is the address that the connector prints when it starts, without a path.',
      status: String(status),
      itemIndex,
      details: { code: 'not_the_connector', http_status: status, retryable: false },
    },
  );
}

/** Nothing answered. */
export function unreachable(
  node: INode,
  error: Error & { code?: string; httpCode?: string | null },
  baseUrl: string,
  itemIndex?: number,
): NodeApiError {
  const code = error.code ?? error.httpCode ?? 'no answer';
  // https://docs.n8n.io/hosting/configuration/environment-variables/ssrf-protection/
  const blocked = `${error.message} ${(error as { description?: string }).description ?? ''}`.includes('restricted IP');
  return failure(
    node,
    {},
    {
      message: blocked
        ? `n8n may not call ${baseUrl}: its SSRF protection blocks private addresses`
        : `The Pinterest Connector at ${baseUrl} could not be reached (${code})`,
      description: blocked
        ? 'Allow it in n8n: ' +
          'N8N_SSRF_ALLOWED_HOSTNAMES with the name in Base URL, or N8N_SSRF_ALLOWED_IP_RANGES if Base URL is an IP address.'
        : `Check that the connector runs, and Base URL in the credential. ${DOCKER}`,
      status: code,
      itemIndex,
      details: { code: blocked ? 'blocked_by_n8n' : 'connector_unreachable', retryable: !blocked },
    },
  );
}

interface Failure {
  message: string;
  description: string;
  status: string;
  itemIndex?: number;
  details: IDataObject;
}

function failure(node: INode, answer: IDataObject, { message, description, status, itemIndex, details }: Failure): NodeApiError {
  const error = new NodeApiError(node, { ...answer, message } as JsonObject, { message, description, httpCode: status, itemIndex });
  // Where a code such as ECONNREFUSED occurs, n8n puts its own stock sentence in place of ours.
  Object.assign(error, { message, description });
  error.context.details = Object.fromEntries(
    Object.entries({ ...details, remediation: description }).filter(([, value]) => value !== undefined && value !== null),
  );
  return error;
}

/** What an error looks like on the error output. n8n sends an item there only if it has no other keys than these. */
export function errorItem(error: Error & { description?: string | null; context?: IDataObject }): IDataObject {
  return { error: error.message, details: error.context?.details ?? (error.description ? { remediation: error.description } : {}) };
}
