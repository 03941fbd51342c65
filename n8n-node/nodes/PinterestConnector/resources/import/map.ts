import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { jsonOf } from '../../shared/json';

/** What is which in the file, as the connector takes it; nothing when none was said. */
export const mapOf = (node: IExecuteFunctions, item: number): IDataObject | undefined =>
  jsonOf(node, item, 'options.map', 'Correct it, or leave it out: the mapping of the account counts then.');
