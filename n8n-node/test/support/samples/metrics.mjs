/** Tables of numbers. */
export const table = (fields = {}) => ({
  items: [{ pin_id: 'pin_1', pinterest_pin_id: '99', date: null, data_status: 'ready', impressions: 12, saves: null }],
  complete_through: '2026-11-20',
  start_date: '2026-10-22',
  end_date: '2026-11-21',
  ...fields,
});
