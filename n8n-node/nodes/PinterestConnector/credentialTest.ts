import type { ICredentialsDecrypted, ICredentialTestFunctions, IDataObject, INodeCredentialTestResult } from 'n8n-workflow';
import { CONNECTING } from './shared/refusal';
import { trimmed } from './shared/transport';

const DOCKER =
  'If n8n runs in Docker, localhost is its own container: ' +
  'use the service name, such as http://connector:5280, or http://host.docker.internal:5280.';

/** Tells apart what can be wrong with a credential, and says what to do about it. */
export async function testConnection(
  this: ICredentialTestFunctions,
  credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  const { baseUrl, apiKey } = credential.data as { baseUrl: string; apiKey: string };
  // A credential test is given this one way to call, and no other.
  const { request } = this.helpers;
  try {
    const { statusCode, body } = await request({
      uri: `${trimmed(baseUrl)}/v1/accounts`,
      headers: { Authorization: `Bearer ${apiKey}`, Accept: 'application/json' },
      json: true,
      simple: false,
      resolveWithFullResponse: true,
      followRedirect: false,
      timeout: 10_000,
    });
    return judge(statusCode, body, baseUrl);
  } catch (error) {
    const reason = (error as { code?: string }).code ?? (error as Error).message;
    return no(`Nothing answers at ${baseUrl} (${reason}). Start the connector, or correct Base URL. ${DOCKER}`);
  }
}

function judge(status: number, body: IDataObject, baseUrl: string): INodeCredentialTestResult {
  const isOurs = status < 400 ? Array.isArray(body?.items) : String(body?.type ?? '').startsWith('urn:pinterest-connector:');
  if (!isOurs)
    return no(
      `Something answers at ${baseUrl}, but it is not the Pinterest Connector. ` +
        'Base URL is the address that the connector prints when it starts, without a path.',
    );
  if (status === 401)
    return no('The connector is there, but it does not know this API Key. Its first start prints one; its console makes more.');
  if (status >= 400) return no(`${body.detail} ${body.remediation}`);
  if ((body.items as unknown[]).length === 0)
    return no(
      'The connector is there and the API Key is right, but no Pinterest account is connected yet. ' +
        `Connect one first, or make a simulated one: ${CONNECTING} says how.`,
    );
  return { status: 'OK', message: 'Connected' };
}

const no = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });
