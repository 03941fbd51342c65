import type { ILoadOptionsFunctions } from 'n8n-workflow';

/** What another field of the node says right now; nothing while it is empty or an expression that only a run can resolve. */
export function chosen(context: ILoadOptionsFunctions, field: string): string | undefined {
  const value = context.getCurrentNodeParameter(field, { extractValue: true });
  return typeof value === 'string' && value !== '' && !value.startsWith('=') ? value : undefined;
}
