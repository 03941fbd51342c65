import type { IDataObject, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { inWordsOfN8n } from './advice';
import { ofItem } from './value';

const DOCKER =
  'If n8n runs in Docker, localhost is its own container: ' +
  'use the service name, such as http://connector:5280, or http://host.docker.internal:5280 for a connector on the machine itself.';

/** The connector said no: what it was, and what to do about it in n8n. */
export function refused(
  node: INode,
  status: number,
  body: IDataObject,
  said: { message: string; description: string },
  itemIndex?: number,
) {
  return failure(node, body, {
    ...said,
    message: ofItem(said.message, itemIndex),
    status: String(status),
    itemIndex,
    details: {
      code: String(body.code ?? `http_${status}`),
      http_status: status,
      retryable: body.retry_after_seconds !== undefined || status === 429 || status >= 500,
      retry_after_seconds: body.retry_after_seconds,
      errors: body.errors,
      pinterest: body.pinterest,
      connect_url: body.connect_url,
      request_id: body.request_id,
    },
  });
}

/** A pin that was waited for has failed. */
export function pinFailed(node: INode, pin: IDataObject, itemIndex: number): NodeApiError {
  return failure(node, pin, {
    message: ofItem(String(pin.error_message ?? 'Pinterest did not take the pin.'), itemIndex),
    description: inWordsOfN8n(String(pin.error_remediation ?? 'Look at the pin, then use Pin > Retry.')),
    status: '422',
    itemIndex,
    details: { code: pin.error_code, retryable: pin.retryable, pin_id: pin.id },
  });
}

/** A job of items that was waited for has failed. */
export function jobFailed(node: INode, job: IDataObject): NodeApiError {
  return failure(node, job, {
    message: String(job.error_message ?? 'Pinterest did not take the items.'),
    description: inWordsOfN8n(String(job.error_remediation ?? 'Catalog > Get Item Results says what became of each item.')),
    status: '422',
    details: { code: job.error_code, job_id: job.id },
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
        : `Start the connector, or correct Base URL in the credential. ${DOCKER}`,
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
