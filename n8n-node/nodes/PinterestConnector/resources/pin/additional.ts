import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { idOf, textOf } from '../../shared/text';
import { dayOf } from '../../shared/time';

const forVideos = { show: { '/mediaSource': ['asset', 'binary', 'videoUrl'] } };

/** What few pins need. */
export const additionalField: INodeProperties = {
  displayName: 'Additional Fields',
  name: 'additionalFields',
  type: 'collection',
  placeholder: 'Add Field',
  default: {},
  description: 'More about the pin',
  options: [
    {
      displayName: 'Ad Account ID',
      name: 'adAccountId',
      type: 'string',
      default: '',
      placeholder: 'e.g. 549755885175',
      description: 'An ad account in which the account has a role: the pin is published in the name of its owner',
    },
    {
      displayName: 'Chosen By',
      name: 'chosenBy',
      type: 'string',
      default: '',
      placeholder: 'e.g. Maria, or the name of an agent',
      description: 'Who or what chose this pin, up to 200 characters; kept by the connector for your records',
    },
    {
      displayName: 'Clean Texts',
      name: 'cleanTexts',
      type: 'boolean',
      default: true,
      description: 'Whether to decode HTML entities and remove HTML tags in the texts, as they come from a shop or a blog',
    },
    {
      displayName: 'Dominant Color',
      name: 'dominantColor',
      type: 'color',
      default: '',
      description: 'Color shown while the image loads, as #RRGGBB',
    },
    {
      displayName: 'Event Date',
      name: 'eventDate',
      type: 'dateTime',
      default: '',
      description:
        'The day of the event that the pin is for, such as Christmas Day. ' +
        'Without Publish At the pin goes from the beginning of the season on, and not before.',
    },
    {
      displayName: 'Lead Days',
      name: 'leadDays',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 180, numberPrecision: 0 },
      default: 75,
      description: 'How many days before Event Date the season begins (1 to 180). People search 60 to 90 days ahead.',
    },
    {
      displayName: 'Link Marker',
      name: 'linkMarker',
      type: 'boolean',
      default: true,
      description:
        'Whether to add the parameter pin_ref to the destination link. ' +
        "With it a pin whose answer was lost is found again exactly; the account's setting by default.",
    },
    {
      displayName: 'Metadata',
      name: 'metadata',
      type: 'fixedCollection',
      typeOptions: { multipleValues: true },
      placeholder: 'Add Metadata',
      default: {},
      description: 'Your own names and values, such as the ID of the product; they come back with the pin and its events',
      options: [
        {
          displayName: 'Metadata',
          name: 'entries',
          values: [
            {
              displayName: 'Name',
              name: 'name',
              type: 'string',
              default: '',
              placeholder: 'e.g. product_id',
              description: 'Your name for it',
            },
            {
              displayName: 'Value',
              name: 'value',
              type: 'string',
              default: '',
              description: 'Its value, up to 500 characters',
            },
          ],
        },
      ],
    },
    {
      displayName: 'Parent Pin ID',
      name: 'parentPinId',
      type: 'string',
      default: '',
      placeholder: 'e.g. 230405160165943228',
      description: "Pinterest's ID of the pin that this one is made from",
    },
    {
      displayName: 'Priority',
      name: 'priority',
      type: 'number',
      typeOptions: { minValue: -10, maxValue: 10 },
      default: 0,
      description: 'Pins of a higher priority go out first, whatever their age (-10 to 10)',
    },
    {
      displayName: 'Sponsor ID',
      name: 'sponsorId',
      type: 'string',
      default: '',
      placeholder: 'e.g. 549755885175',
      description: "Pinterest's ID of the account that is asked for a paid partnership, a closed beta of Pinterest's",
    },
    {
      displayName: 'Take Media Now',
      name: 'snapshotMedia',
      type: 'boolean',
      default: true,
      displayOptions: { show: { '/mediaSource': ['carousel', 'imageUrl', 'videoUrl'] } },
      description:
        'Whether the connector takes the image or video now instead of when the pin goes out. ' +
        'By default it does so when the address says that it will have expired by then.',
    },
    {
      displayName: 'Video Cover Asset ID',
      name: 'coverAssetId',
      type: 'string',
      default: '',
      placeholder: 'e.g. ast_01JD…',
      displayOptions: forVideos,
      description: 'An image that was given to the connector before, shown until the video plays',
    },
    {
      displayName: 'Video Cover Image URL',
      name: 'coverImageUrl',
      type: 'string',
      default: '',
      placeholder: 'e.g. https://example.com/lamp-cover.jpg',
      displayOptions: forVideos,
      description: 'Public address of a JPEG or PNG image, shown until the video plays',
    },
    {
      displayName: 'Video Cover Time (Seconds)',
      name: 'coverTime',
      type: 'number',
      typeOptions: { minValue: 0, maxValue: 900, numberPrecision: 0 },
      default: 0,
      displayOptions: forVideos,
      description: 'Moment of the video that is shown until it plays, in whole seconds; its beginning if no cover is given',
    },
  ],
};

/** As the connector takes it; only what was added. */
export function additionalOf(node: IExecuteFunctions, item: number): IDataObject {
  const fields = node.getNodeParameter('additionalFields', item, {}) as IDataObject;
  return {
    ad_account_id: idOf(node, item, 'additionalFields.adAccountId'),
    parent_pin_id: idOf(node, item, 'additionalFields.parentPinId'),
    sponsor_id: idOf(node, item, 'additionalFields.sponsorId'),
    chosen_by: textOf(node, item, 'additionalFields.chosenBy'),
    dominant_color: textOf(node, item, 'additionalFields.dominantColor'),
    clean_texts: fields.cleanTexts,
    event_date: dayOf(node, item, 'additionalFields.eventDate'),
    lead_days: fields.leadDays,
    link_marker: fields.linkMarker,
    metadata: metadataOf(node, item, ((fields.metadata as IDataObject | undefined)?.entries ?? []) as IDataObject[]),
    priority: fields.priority,
    snapshot_media: fields.snapshotMedia,
    cover_asset_id: idOf(node, item, 'additionalFields.coverAssetId'),
    cover_image_url: textOf(node, item, 'additionalFields.coverImageUrl'),
    cover_time_seconds: fields.coverTime,
  };
}

function metadataOf(node: IExecuteFunctions, item: number, entries: IDataObject[]): IDataObject | undefined {
  if (entries.length === 0) return undefined;
  return Object.fromEntries(
    entries.map(({ name }, index) => [String(name), textOf(node, item, `additionalFields.metadata.entries[${index}].value`)]),
  );
}
