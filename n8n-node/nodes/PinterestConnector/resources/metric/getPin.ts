import { rangeField, rangeOf } from './range';
import { rowsOf } from './rows';
import { accountField, accountOf } from '../../shared/account';
import type { Operation } from '../../shared/operation';
import { simplifyField } from '../../shared/simplify';
import { listOf } from '../../shared/text';

/** Gets the numbers of pins. */
export const getPin: Operation = {
  option: {
    name: 'Get Pin Metrics',
    value: 'getPin',
    action: 'Get metrics of pins',
    description: 'Retrieve the impressions, saves and clicks of up to 100 pins, in total or by day',
  },
  fields: [
    {
      displayName: 'Pin IDs',
      name: 'pinIds',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. pin_01JD…,971434888325909797',
      description: "Comma-separated list of up to 100 pin IDs: those Create returned (pin_…), or Pinterest's own numbers",
    },
    accountField,
    simplifyField,
    rangeField,
  ],

  async run(node, item) {
    const ids = listOf(node, item, 'pinIds');
    return await rowsOf(node, item, '/v1/metrics/pins', { ids, ...accountOf(node, item), ...rangeOf(node, item) });
  },
};
