import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { isKnown, isYoung, newOnes } from './known';
import { simpleBoard, simpleLivePin } from '../shared/simplify';
import { ask } from '../shared/transport';

const PAGE = 250;

// 1,000 pins; a look usually ends with the first page, because the rest is known.
const MOST_PAGES = 4;

/** Looks once; null when nothing is new. While a workflow is built, the newest one is shown. */
export async function poll(node: IPollFunctions): Promise<INodeExecutionData[][] | null> {
  const isBoard = node.getNodeParameter('event') === 'newBoard';
  const memory = node.getMode() === 'manual' ? {} : node.getWorkflowStaticData('node');
  const account_id = idOf(node, 'account') || undefined;
  const path = isBoard ? '/v1/boards' : pinsPath(node);
  const listed = await look(node, memory, path, { account_id, ...(isBoard ? {} : { limit: PAGE }) });
  if (!listed) return null;

  const now = Date.now();
  const fresh =
    node.getMode() === 'manual'
      ? listed.slice(0, 1)
      : newOnes(memory, `${path} ${account_id}`, listed, now).filter((one) => isBoard || isYoung(one, now));
  if (fresh.length === 0) return null;
  const shown = node.getNodeParameter('simplify') ? fresh.map(isBoard ? simpleBoard : simpleLivePin) : fresh;
  return [node.helpers.returnJsonArray(shown)];
}

/** What Pinterest lists, until a page has nothing new; undefined while a limit is used up: the next look sees the same. */
async function look(node: IPollFunctions, memory: IDataObject, path: string, query: IDataObject): Promise<IDataObject[] | undefined> {
  const found: IDataObject[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    try {
      const { body } = await ask<{ items: IDataObject[]; next_cursor?: string }>(node, { path, query: { ...query, cursor } });
      found.push(...body.items);
      cursor = body.next_cursor ?? undefined;
      if (!cursor || body.items.every((one) => isKnown(memory, one))) break;
    } catch (error) {
      if ((error.context?.details as IDataObject | undefined)?.code === 'rate_limited') return undefined;
      throw new NodeApiError(node.getNode(), error);
    }
  }
  return found;
}

function pinsPath(node: IPollFunctions): string {
  const [board, section] = [idOf(node, 'board'), idOf(node, 'section')];
  const path = `/v1/boards/${encodeURIComponent(board)}`;
  return section ? `${path}/sections/${encodeURIComponent(section)}/pins` : `${path}/pins`;
}

const idOf = (node: IPollFunctions, field: string): string => String(node.getNodeParameter(field, '', { extractValue: true }) ?? '').trim();
