import { readTop, topFields } from './top';
import type { Operation } from '../../shared/operation';

/** Gets the best pins of an account. */
export const getTopPins: Operation = {
  option: {
    name: 'Get Top Pins',
    value: 'getTopPins',
    action: 'Get top pins of account',
    description: 'Retrieve the best pins of an account with their numbers, best first',
  },
  fields: topFields('pin', 'impressions', [
    { name: 'Engagements', value: 'engagements' },
    { name: 'Impressions', value: 'impressions' },
    { name: 'Outbound Clicks', value: 'outbound_clicks' },
    { name: 'Pin Clicks', value: 'pin_clicks' },
    { name: 'Saves', value: 'saves' },
  ]),
  run: readTop('/v1/metrics/top-pins'),
};
