import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { listOf } from '../../shared/text';
import { dayOf } from '../../shared/time';

const granularity: INodeProperties = {
  displayName: 'Granularity',
  name: 'granularity',
  type: 'options',
  default: 'total',
  options: [
    { name: 'Day', value: 'day', description: 'One row for each day' },
    { name: 'Total', value: 'total', description: 'One row for the whole range' },
  ],
  description: 'Whether numbers come by day or added up',
};

const endDate: INodeProperties = {
  displayName: 'End Date',
  name: 'endDate',
  type: 'dateTime',
  default: '',
  description: 'Last day, as YYYY-MM-DD in UTC; yesterday by default, because today is not complete',
};

const metrics: INodeProperties = {
  displayName: 'Metrics',
  name: 'metrics',
  type: 'string',
  default: '',
  placeholder: 'e.g. impressions,saves,outbound_clicks',
  description:
    'Comma-separated list of what to return: impressions, saves, pin_clicks, outbound_clicks, save_rate and more; ' +
    'the usual ones by default',
};

const startDate: INodeProperties = {
  displayName: 'Start Date',
  name: 'startDate',
  type: 'dateTime',
  default: '',
  description: 'First day, as YYYY-MM-DD in UTC, at most 89 days back; 30 days up to the end date by default',
};

/** Of which days, and which numbers. */
export const totalsField: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add Option',
  default: {},
  description: 'Which days and numbers; by default the last 30 complete days and the usual numbers',
  options: [endDate, metrics, startDate],
};

/** The same where numbers also come by day. */
export const rangeField: INodeProperties = { ...totalsField, options: [endDate, granularity, metrics, startDate] };

/** As the connector takes it. Dates come from a picker, an expression or a model, with or without a time. */
export function rangeOf(node: IExecuteFunctions, item: number): IDataObject {
  const options = node.getNodeParameter('options', item, {}) as IDataObject;
  return {
    start_date: dayOf(node, item, 'options.startDate'),
    end_date: dayOf(node, item, 'options.endDate'),
    granularity: options.granularity,
    metrics: listOf(node, item, 'options.metrics'),
  };
}
