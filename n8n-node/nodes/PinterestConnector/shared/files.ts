import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { ask } from './transport';
import type { Ask } from './transport';
import { shown, wrong } from './value';

/** Gives a file of an item to the connector, streamed where n8n keeps it on disk; the same bytes are the same asset. */
export const upload = async (node: IExecuteFunctions, item: number, field: string): Promise<IDataObject> =>
  await sendFile(node, item, field, { path: '/v1/assets' }, ', or choose another Media Source');

/** Sends a file of an item as the body of a request; `instead` is what else can be done when there is none. */
export async function sendFile(node: IExecuteFunctions, item: number, field: string, request: Ask, instead: string): Promise<IDataObject> {
  const files = node.getInputData()[item].binary ?? {};
  if (!(field in files)) {
    const there = Object.keys(files);
    throw wrong(
      node,
      item,
      `There is no file in the input field ${shown(field)}`,
      there.length
        ? `This item has files in: ${there.join(', ')}. Put that name into Input Data Field Name.`
        : `This item has no file. Put a node before this one that reads or downloads it${instead}.`,
    );
  }
  const { body } = await ask(node, { method: 'POST', item, file: async () => await open(node, item, field), ...request });
  return body;
}

async function open(node: IExecuteFunctions, item: number, field: string): Promise<{ content: unknown; length: number }> {
  const file = node.helpers.assertBinaryData(item, field);
  if (file.id) {
    const { fileSize } = await node.helpers.getBinaryMetadata(file.id);
    return { content: await node.helpers.getBinaryStream(file.id), length: fileSize };
  }
  const content = await node.helpers.getBinaryDataBuffer(item, field);
  return { content, length: content.length };
}
