/** Tables of numbers. */
export const table = (fields = {}) => ({
  items: [{ pin_id: 'pin_1', pinterest_pin_id: '99', date: null, data_status: 'ready', impressions: 12, saves: null }],
  complete_through: '2026-11-20',
  start_date: '2026-10-22',
  end_date: '2026-11-21',
  ...fields,
});

export const groups = (fields = {}) => ({
  items: [
    {
      key: 'short',
      title: 'A lamp',
      pins: 2,
      measured: 1,
      impressions: 12,
      saves: 3,
      pin_clicks: null,
      outbound_clicks: null,
      save_rate: 0.25,
      best_pin_id: 'pin_1',
    },
  ],
  by: 'template',
  start_date: '2026-10-22',
  end_date: '2026-11-21',
  pins: 2,
  published_from: '2026-10-01T08:00:00.000Z',
  published_to: '2026-11-20T08:00:00.000Z',
  next_cursor: null,
  ...fields,
});
