import type { IDataObject, IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import { ask } from './transport';

const shown = new WeakMap<IExecuteFunctions, Set<string>>();

/** Shows a hint above the output, once however many items it is about. */
export function hint(
  node: IExecuteFunctions,
  message: string,
  type: NodeExecutionHint['type'] = 'info',
  group?: NodeExecutionHint['group'],
): void {
  const messages = shown.get(node) ?? new Set();
  shown.set(node, messages);
  if (messages.has(message)) return;
  messages.add(message);
  node.addExecutionHints({ message, type, location: 'outputPane', ...(group && { group }) });
}

const accounts = new WeakMap<IExecuteFunctions, Map<string, IDataObject | undefined>>();

/** Says what a person would want to know about a pin that was taken. */
export async function hintAbout(node: IExecuteFunctions, pin: IDataObject, replayed: boolean): Promise<void> {
  if (replayed) {
    hint(
      node,
      'This pin is known already: this node sent the same content before, so nothing is published twice. ' +
        'To publish it again, set Options > Duplicates to Publish Again.',
    );
    if (pin.status === 'failed')
      hint(node, 'The earlier pin has failed. When the reason is gone, send it again with Pin > Retry.', 'warning');
  }
  if (pin.status === 'awaiting_approval')
    hint(
      node,
      'This pin waits until somebody approves it: in the console of the connector, or with Pin > Approve. ' +
        'Both need an API key that has the scope "approve". ' +
        'The trigger tells when one waits, and how it ends.',
    );
  if (pin.status === 'unconfirmed')
    hint(
      node,
      'Pinterest did not say whether it made this pin. Look at the board; then say on its page in the console whether it is there. ' +
        'It is not sent again by itself.',
      'warning',
    );

  const account = await accountOf(node, String(pin.account_id));
  if (account?.environment === 'sandbox') hint(node, "This account is in Pinterest's sandbox: its pins are visible to nobody else.");
  if (account?.environment === 'simulator') hint(node, 'This account is simulated: nothing reaches Pinterest.');
  if (account?.held_reason) hint(node, `Pins of ${account.name} wait: ${account.held_reason}`, 'warning');
  else if (account?.status === 'reconnect_required')
    hint(node, `Pins of ${account.name} wait: connect the account again. Account > Get Connect Link makes the link for it.`, 'warning');
}

/** Once per run and account; without an answer there is no hint, because the pin itself is safe. */
async function accountOf(node: IExecuteFunctions, id: string): Promise<IDataObject | undefined> {
  const known = accounts.get(node) ?? new Map();
  accounts.set(node, known);
  if (!known.has(id)) {
    known.set(id, undefined);
    try {
      known.set(id, (await ask(node, { path: `/v1/accounts/${encodeURIComponent(id)}` })).body);
    } catch {
      return undefined;
    }
  }
  return known.get(id);
}
