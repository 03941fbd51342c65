import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { inWordsOfN8n } from './advice';

export const simplifyField: INodeProperties = {
  displayName: 'Simplify',
  name: 'simplify',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** What a workflow usually needs of a pin, flat, and always the same keys. */
export function simplePin(pin: IDataObject): IDataObject {
  return {
    id: pin.id,
    status: pin.status,
    title: pin.title,
    board_id: pin.board_id,
    link_url: pin.link_url,
    pinterest_url: pin.pinterest_url,
    expected_at: (pin.eta as IDataObject | null)?.expected_at ?? null,
    waiting_for: (pin.waiting_for as IDataObject | null)?.message ?? null,
    approved_by: pin.approved_by ?? null,
    error_code: pin.error_code,
    error_message: pin.error_message,
    error_remediation: pin.error_remediation,
    metadata: pin.metadata,
    updated_at: pin.updated_at,
  };
}

export const simpleAccount = (account: IDataObject): IDataObject =>
  pick(account, ['id', 'name', 'username', 'environment', 'account_type', 'status', 'held_reason']);

export const simpleBoard = (board: IDataObject): IDataObject => pick(board, ['id', 'name', 'description', 'privacy', 'pin_count', 'url']);

/** A pin as Pinterest has it. */
export const simpleLivePin = (pin: IDataObject): IDataObject =>
  pick(pin, ['id', 'title', 'description', 'alt_text', 'link', 'board_id', 'board_section_id', 'created_at', 'parent_pin_id', 'url']);

const pick = (from: IDataObject, keys: string[]): IDataObject => Object.fromEntries(keys.map((key) => [key, from[key] ?? null]));

/** A check of the connector, as a person reads it: what is wrong, and what to do. */
export const sentence = ({ message, remediation }: IDataObject): string =>
  [message, remediation]
    .filter(Boolean)
    .map((text) => inWordsOfN8n(String(text)))
    .join(' ');
