import type { INodeProperties } from 'n8n-workflow';

/** Which products are in a group, as Pinterest takes it. */
export const filtersField: INodeProperties = {
  displayName: 'Product Filters',
  name: 'productFilters',
  type: 'json',
  default: '{}',
  placeholder: '{"any_of": [{"BRAND": {"values": ["Acme"]}}]}',
  description: 'Which products are in the group, as JSON in the words of Pinterest: {"any_of": [{"BRAND": {"values": ["Acme"]}}]}',
};

export const advice = 'Write it like {"any_of": [{"BRAND": {"values": ["Acme"]}}]}.';
