import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { inWordsOfN8n } from './advice';
import { missingIn } from './blanks';
import { expressionOf, labelOf, parameterOf } from './panel';
import { cut, shown } from './value';

/** A refusal in words of the panel: what was wrong, and what to do. */
export interface Said {
  message: string;
  description: string;
}

/** The page that says how an account is connected. */
export const CONNECTING =
  'https://github.com/pinterest-connector/pinterest-connector/blob/main/sidecar/docs/guide/real-account.md#4-connect-the-account';

interface Refused {
  status: number;
  problem: IDataObject;
  sent: IDataObject;
}

// Where the connector's advice speaks of HTTP, this says where in n8n to do it.
const ADVICE: Record<string, (problem: IDataObject) => string> = {
  unauthorized: () =>
    'Check the API Key in the credential: it must be a key of this connector, and not revoked. The first start prints one.',
  insufficient_scope: ({ detail }) =>
    `Put a key with the scope "${/scope (\w+)/.exec(String(detail))?.[1] ?? 'publish'}" into the credential; ` +
    'an admin key of the connector can make one.',
  account_required: () => 'Choose one under Account. If the list is empty, connect a Pinterest account to the connector first.',
  reconnect_required: ({ connect_url: link }) =>
    (link ? `Connect the account again: open ${link} in a browser. ` : 'Connect the account again. ') +
    'Account > Get Connect Link makes a link for somebody who has no key of the connector. What waits goes on by itself.',
  idempotency_key_reused: () =>
    'Change Options > Idempotency Key, or remove it: the node then makes one out of the content, so that other content is another pin.',
};

/** What the connector said, where it is about no field of the panel. */
export function plainly(status: number, problem: IDataObject, baseUrl: string): Said {
  const code = String(problem.code ?? '');
  if (code === 'account_required' && status === 409) return noAccount(baseUrl);
  const own = ADVICE[code]?.(problem);
  return {
    message: inWordsOfN8n(String(problem.detail ?? problem.title ?? `The connector answered ${status}`)),
    description: own ?? inWordsOfN8n(String(problem.remediation ?? 'Try again; if it happens again, look at the log of the connector.')),
  };
}

/** The same for an item: the field as the panel calls it, its value, and where that came from. */
export function inPanel(node: IExecuteFunctions, item: number, { status, problem, sent }: Refused, baseUrl: string): Said {
  const said = plainly(status, problem, baseUrl);
  const plain = { ...said, message: said.message.replace(/^pins\[\d+\]:? /, '') };
  const faults = Object.entries((problem.errors ?? {}) as Record<string, string[]>);
  const paths = faults.map(([name]) => fieldOf(node, item, name));
  if (faults.length === 0 || paths.some((path) => path === undefined)) return plain;

  const isOfForm = problem.code === 'validation_failed' || problem.code === 'account_required';
  const advice = faults.map(([name], index) => adviceFor(node, item, paths[index] as string, valueOf(sent, name)));
  return {
    message: isOfForm
      ? faults.map(([name, texts], index) => sentence(paths[index] as string, texts.join(' '), valueOf(sent, name))).join(' ')
      : plain.message,
    description: [...new Set(isOfForm ? advice : [plain.description, ...advice])].join(' '),
  };
}

function sentence(path: string, text: string, value: unknown): string {
  const label = labelOf(path);
  if (/^is needed(: give |\.|$)/.test(text)) return `${label} is empty.`;
  if (text.startsWith('is needed')) return `${label} is empty: it ${inWordsOfN8n(text)}`;
  return `${label} ${inWordsOfN8n(text)}${value === undefined ? '' : ` It is ${shown(value)}.`}`;
}

function adviceFor(node: IExecuteFunctions, item: number, path: string, value: unknown): string {
  if (path === 'account') return 'Choose one under Account.';
  const expression = expressionOf(node, item, path);
  const isEmpty = value === undefined || value === '';
  if (isEmpty)
    return missingIn(node, item, path) ?? (expression ? `${cut(expression)} gave nothing for this item.` : `Fill in ${labelOf(path)}.`);
  return expression ? `The value came from ${cut(expression)} in ${labelOf(path)}.` : `Correct ${labelOf(path)} in the node.`;
}

/** No media at all is a fault of the source that was chosen, whatever the connector calls it. */
function fieldOf(node: IExecuteFunctions, item: number, name: string): string | undefined {
  const isMedia = name === 'image_url' && node.getNodeParameter('mediaSource', item, '') !== '';
  return isMedia
    ? String(node.getNodeParameter('mediaSource', item))
        .replace(/^asset$/, 'assetId')
        .replace(/^binary$/, 'binaryField')
    : parameterOf(node, item, name);
}

/** The value under a name like carousel[0].image_url. */
const valueOf = (sent: IDataObject, name: string): unknown =>
  name
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((at, key) => (at as IDataObject | undefined)?.[key], sent);

export function noAccount(baseUrl: string): Said {
  return {
    message: 'No Pinterest account is connected to the connector yet',
    description:
      `Connect one to the connector at ${baseUrl}: ${CONNECTING} says how, ` +
      'and how to connect a simulated one to try things with. Then run this again; Account may stay empty while there is only one.',
  };
}
