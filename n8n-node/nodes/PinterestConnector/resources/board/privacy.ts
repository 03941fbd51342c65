import type { INodePropertyOptions } from 'n8n-workflow';

export const privacyOptions: INodePropertyOptions[] = [
  { name: 'Protected', value: 'PROTECTED', description: 'Only people with its link see it' },
  { name: 'Public', value: 'PUBLIC', description: 'Everybody sees it' },
  { name: 'Secret', value: 'SECRET', description: 'Only you and people you invite see it' },
];
