import type { IExecuteFunctions } from 'n8n-workflow';
import type { Media } from './media';
import { upload } from '../../shared/files';

/** A file of the item. An asset is forgotten after a while, and another id given when the file comes again: what stays are its bytes. */
export async function fileOf(node: IExecuteFunctions, item: number, field: string): Promise<Media> {
  const { id, sha256 } = await upload(node, item, field);
  return { sent: { asset_id: id }, same: { sha256 } };
}
