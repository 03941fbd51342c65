import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { textOf } from '../../shared/text';
import { shown, wrong } from '../../shared/value';

const NO_LIMIT = '0 means no such limit';

const numberField = (displayName: string, name: string, description: string, maxValue: number, start: number): INodeProperties => ({
  displayName,
  name,
  type: 'number',
  typeOptions: { minValue: 0, maxValue, numberPrecision: 0 },
  default: start,
  description,
});

export const settingsFields: INodeProperties = {
  displayName: 'Update Fields',
  name: 'updateFields',
  type: 'collection',
  placeholder: 'Add Field',
  default: {},
  description: 'What to change; the rest stays as it is',
  options: [
    {
      displayName: 'Approval After Edit',
      name: 'approvalAfterEdit',
      type: 'boolean',
      default: true,
      description: 'Whether a pin has to be approved again after a change of what it shows, where it goes or when',
    },
    {
      displayName: 'Convert Images',
      name: 'convertImages',
      type: 'boolean',
      default: true,
      description: 'Whether images that Pinterest does not take, such as WebP and AVIF, become JPEG or PNG instead of being refused',
    },
    numberField('Days Between Same Link', 'daysBetweenSameLink', `Days between two pins with the same link; ${NO_LIMIT}`, 365, 7),
    numberField('Gap Between Pins (Seconds)', 'minGapSeconds', 'Seconds between two pins, at least, up to a week', 604_800, 600),
    numberField('Jitter (Percent)', 'jitterPercent', 'Makes each gap longer by a random part of it, at most so many per cent', 100, 0),
    {
      displayName: 'Link Marker',
      name: 'linkMarker',
      type: 'boolean',
      default: true,
      description: 'Whether links get the parameter pin_ref, by which a pin whose answer was lost is found again exactly',
    },
    {
      displayName: 'Name',
      name: 'name',
      type: 'string',
      default: '',
      description: 'What the account is called in the connector, for people',
    },
    numberField('Pins per Board per Week', 'pinsPerBoardPerWeek', `Pins on one board in any 7 days; ${NO_LIMIT}`, 100_000, 20),
    numberField('Pins per Day', 'pinsPerDay', `Pins in any 24 hours; ${NO_LIMIT}`, 100_000, 50),
    numberField('Pins per Domain per Day', 'pinsPerDomainPerDay', `Pins to one domain in any 24 hours; ${NO_LIMIT}`, 100_000, 20),
    {
      displayName: 'Quiet Hours',
      name: 'quietHours',
      type: 'string',
      default: '',
      placeholder: 'e.g. 22:00-07:00',
      description: 'Hours of the day, in Time Zone, in which nothing goes out, as 22:00-07:00; empty means none',
    },
    {
      displayName: 'Require Approval',
      name: 'requireApproval',
      type: 'boolean',
      default: true,
      description: 'Whether each new pin waits until somebody approves it; pins that wait already are not changed by it',
    },
    numberField('Safety Margin (Percent)', 'safetyMarginPercent', "How far to stay below Pinterest's limits, in per cent", 50, 5),
    {
      displayName: 'Time Zone',
      name: 'timeZone',
      type: 'string',
      default: '',
      placeholder: 'e.g. Europe/Berlin',
      description: 'Time zone of Quiet Hours and Weekdays, by its IANA name',
    },
    {
      displayName: 'Weekdays',
      name: 'weekdays',
      type: 'multiOptions',
      default: [],
      options: [
        { name: 'Friday', value: 'fri' },
        { name: 'Monday', value: 'mon' },
        { name: 'Saturday', value: 'sat' },
        { name: 'Sunday', value: 'sun' },
        { name: 'Thursday', value: 'thu' },
        { name: 'Tuesday', value: 'tue' },
        { name: 'Wednesday', value: 'wed' },
      ],
      description: 'Days on which pins go out, in Time Zone; none chosen means all of them',
    },
  ],
};

/** As the connector takes it: only what was added, and null for a rule that is no more. */
export function settingsOf(node: IExecuteFunctions, item: number): IDataObject | undefined {
  const fields = node.getNodeParameter('updateFields', item, {}) as IDataObject;
  const days = fields.weekdays as string[] | undefined;
  const settings = {
    approval_after_edit: fields.approvalAfterEdit,
    convert_images: fields.convertImages,
    days_between_same_link: limit(fields.daysBetweenSameLink),
    jitter_percent: fields.jitterPercent,
    link_marker: fields.linkMarker,
    min_gap_seconds: fields.minGapSeconds,
    pins_per_board_per_week: limit(fields.pinsPerBoardPerWeek),
    pins_per_day: limit(fields.pinsPerDay),
    pins_per_domain_per_day: limit(fields.pinsPerDomainPerDay),
    quiet_hours: fields.quietHours === undefined ? undefined : quietHours(node, item),
    require_approval: fields.requireApproval,
    safety_margin_percent: fields.safetyMarginPercent,
    time_zone: textOf(node, item, 'updateFields.timeZone') || undefined,
    weekdays: days?.length === 0 ? null : days,
  };
  const changed = Object.entries(settings).filter(([, value]) => value !== undefined);
  return changed.length ? (Object.fromEntries(changed) as IDataObject) : undefined;
}

const limit = (given: unknown) => (given === 0 ? null : given);

function quietHours(node: IExecuteFunctions, item: number): IDataObject | null {
  const text = textOf(node, item, 'updateFields.quietHours');
  if (text === '') return null;
  const [, from, to] = /^(\d{2}:\d{2})\s*[-–]\s*(\d{2}:\d{2})$/.exec(text) ?? [];
  if (from === undefined)
    throw wrong(node, item, `Quiet Hours are not from one time to another: ${shown(text)}`, 'Write them like 22:00-07:00.');
  return { from, to };
}
