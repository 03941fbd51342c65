import { readTop, topFields } from './top';
import type { Operation } from '../../shared/operation';

/** Gets the best videos of an account. */
export const getTopVideos: Operation = {
  option: {
    name: 'Get Top Videos',
    value: 'getTopVideos',
    action: 'Get top videos of account',
    description: 'Retrieve the best videos of an account with their numbers, best first',
  },
  fields: topFields('video', 'video_views', [
    { name: 'Impressions', value: 'impressions' },
    { name: 'Outbound Clicks', value: 'outbound_clicks' },
    { name: 'Saves', value: 'saves' },
    { name: 'Video Views', value: 'video_views' },
    { name: 'Watch Time', value: 'video_watch_time' },
  ]),
  run: readTop('/v1/metrics/top-videos'),
};
