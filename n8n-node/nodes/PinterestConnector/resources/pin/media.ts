import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { carouselField, carouselOf } from './carousel';
import { fileOf } from './file';
import { idOf, textOf } from '../../shared/text';

const shownFor = (...sources: string[]) => ({ show: { mediaSource: sources } });

export const mediaFields: INodeProperties[] = [
  {
    displayName: 'Media Source',
    name: 'mediaSource',
    type: 'options',
    default: 'imageUrl',
    options: [
      { name: 'Asset', value: 'asset', description: 'A file that was given to the connector before' },
      { name: 'Binary File', value: 'binary', description: 'An image or video from a node before this one' },
      { name: 'Carousel', value: 'carousel', description: 'Two to five images, each with its own title and link' },
      { name: 'Image URL', value: 'imageUrl', description: 'A public address of a JPEG or PNG image' },
      { name: 'Video URL', value: 'videoUrl', description: 'A public address of an MP4 or MOV video' },
    ],
    description: 'Where the image or video of the pin comes from',
  },
  {
    displayName: 'Image URL',
    name: 'imageUrl',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. https://example.com/lamp.jpg',
    displayOptions: shownFor('imageUrl'),
    description: 'Public address of a JPEG or PNG image. It must open without signing in; 1000 × 1500 pixels look best.',
  },
  {
    displayName: 'Input Data Field Name',
    name: 'binaryField',
    type: 'string',
    default: 'data',
    required: true,
    displayOptions: shownFor('binary'),
    hint: 'The name of the input field containing the file data to be processed',
    description: 'The name of the input field that holds the image (JPEG, PNG) or video (MP4, MOV)',
  },
  {
    displayName: 'Video URL',
    name: 'videoUrl',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. https://example.com/lamp.mp4',
    displayOptions: shownFor('videoUrl'),
    description: 'Public address of an MP4 or MOV video. It must open without signing in.',
  },
  {
    displayName: 'Asset ID',
    name: 'assetId',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. ast_01JD…',
    displayOptions: shownFor('asset'),
    description: 'The ID (ast_…) of an image or video that was given to the connector before',
  },
  { ...carouselField, displayOptions: shownFor('carousel') },
];

/** Media as the connector takes it, and what makes it the same media when it comes again. */
export interface Media {
  sent: IDataObject;
  same: IDataObject;
}

/** What the fields above say. Files go to the connector first and are then named by their asset. */
export async function mediaOf(node: IExecuteFunctions, item: number): Promise<Media> {
  switch (node.getNodeParameter('mediaSource', item)) {
    case 'asset':
      return plain({ asset_id: idOf(node, item, 'assetId') });
    case 'binary':
      return await fileOf(node, item, textOf(node, item, 'binaryField'));
    case 'carousel':
      return await carouselOf(node, item);
    case 'videoUrl':
      return plain({ video_url: textOf(node, item, 'videoUrl') });
    default:
      return plain({ image_url: textOf(node, item, 'imageUrl') });
  }
}

const plain = (sent: IDataObject): Media => ({ sent, same: sent });
