import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

// No file of products has this line in it.
const BOUNDARY = 'pinterest-connector-7d1f0b6c4e2a49d8';

/** The header of such a form. */
export const formType = `multipart/form-data; boundary=${BOUNDARY}`;

/** A file of an item behind its map. The file is read whole: a form that is streamed would need a package of its own. */
export async function formOf(
  node: IExecuteFunctions,
  item: number,
  field: string,
  map: IDataObject,
): Promise<{ content: Buffer; length: number }> {
  const name = (node.helpers.assertBinaryData(item, field).fileName ?? 'file').replace(/["\\\r\n]/g, '_');
  const content = Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="map"\r\n\r\n${JSON.stringify(map)}\r\n`),
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n`),
    Buffer.from('Content-Type: application/octet-stream\r\n\r\n'),
    await node.helpers.getBinaryDataBuffer(item, field),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
  return { content, length: content.length };
}
