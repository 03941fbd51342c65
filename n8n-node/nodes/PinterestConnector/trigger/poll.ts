import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { isYoung, newOnes } from './known';
import { simpleBoard, simpleLivePin } from '../shared/simplify';
import { ask } from '../shared/transport';

const PAGE = 250;

// 1,000 pins. All are read at each look, because Pinterest does not say where in its order a new one stands.
const MOST_PAGES = 4;

/** Looks once; null when nothing is new. While a workflow is built, the first one that Pinterest lists is shown. */
export async function poll(node: IPollFunctions): Promise<INodeExecutionData[][] | null> {
  const isBoard = node.getNodeParameter('event') === 'newBoard';
  const isManual = node.getMode() === 'manual';
  const account_id = idOf(node, 'account') || undefined;
  const path = isBoard ? '/v1/boards' : pinsPath(node);
  const limit = isManual ? 1 : isBoard ? undefined : PAGE;
  const listed = await look(node, path, { account_id, limit }, isManual ? 1 : MOST_PAGES);
  if (!listed) return null;

  const fresh = isManual ? listed.found : newOnIts(node.getWorkflowStaticData('node'), `${path} ${account_id}`, listed);
  if (fresh.length === 0) return null;
  const shown = node.getNodeParameter('simplify') ? fresh.map(isBoard ? simpleBoard : simpleLivePin) : fresh;
  return [node.helpers.returnJsonArray(shown)];
}

/** What was not there at the last look. Where the list is longer than a look, an old pin may only have come into view. */
function newOnIts(memory: IDataObject, watched: string, { found, isWhole }: Listed): IDataObject[] {
  const now = Date.now();
  const wasWhole = memory.isWhole === true;
  const fresh = newOnes(memory, watched, found, now);
  memory.isWhole = isWhole;
  return isWhole && wasWhole ? fresh : fresh.filter((one) => isYoung(one, now));
}

interface Listed {
  found: IDataObject[];
  isWhole: boolean;
}

/** What Pinterest lists; undefined while a limit is used up: the next look sees the same. */
async function look(node: IPollFunctions, path: string, query: IDataObject, mostPages: number): Promise<Listed | undefined> {
  const found: IDataObject[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages; pages++) {
    try {
      const { body } = await ask<{ items: IDataObject[]; next_cursor?: string }>(node, { path, query: { ...query, cursor } });
      found.push(...body.items);
      cursor = body.next_cursor ?? undefined;
      if (!cursor) break;
    } catch (error) {
      if ((error.context?.details as IDataObject | undefined)?.code === 'rate_limited') return undefined;
      throw new NodeApiError(node.getNode(), error);
    }
  }
  return { found, isWhole: !cursor };
}

function pinsPath(node: IPollFunctions): string {
  const [board, section] = [idOf(node, 'board'), idOf(node, 'section')];
  const path = `/v1/boards/${encodeURIComponent(board)}`;
  return section ? `${path}/sections/${encodeURIComponent(section)}/pins` : `${path}/pins`;
}

const idOf = (node: IPollFunctions, field: string): string => String(node.getNodeParameter(field, '', { extractValue: true }) ?? '').trim();
