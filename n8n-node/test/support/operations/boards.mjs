import { reply } from '../connector.mjs';
import { byId } from '../node.mjs';
import * as samples from '../samples.mjs';

const onBoard = { mode: 'list', value: '42' };

export const rows = [
  [
    'board getAll',
    { account: byId, filters: { privacy: 'SECRET' } },
    ['GET /v1/boards', { account_id: 'acc_1', privacy: 'SECRET', limit: 50 }],
    samples.page([samples.board()]),
    [{ id: '42', name: 'Lamps', description: 'All lamps', privacy: 'PUBLIC', pin_count: 7, url: 'https://www.pinterest.com/shop/lamps/' }],
  ],
  [
    'board create',
    { name: 'Lamps', additionalFields: { privacy: 'SECRET', description: 'All' } },
    ['POST /v1/boards', {}, { name: 'Lamps', description: 'All', privacy: 'SECRET' }],
    reply(201, samples.board()),
    [{ id: '42' }],
  ],
  ['board create', { name: 2027 }, ['POST /v1/boards', {}, { name: '2027' }], reply(201, samples.board()), [{ id: '42' }]],
  [
    'board create',
    { name: 'Lamps', account: byId },
    ['POST /v1/boards', { account_id: 'acc_1' }, { name: 'Lamps' }],
    reply(201, samples.board()),
    [{ id: '42' }],
  ],
  [
    'board getSections',
    { board: onBoard, limit: 2 },
    ['GET /v1/boards/42/sections', { limit: 2 }],
    samples.page([{ id: '7', name: 'Desk' }]),
    [{ id: '7', name: 'Desk' }],
  ],
  [
    'board getPins',
    { board: onBoard },
    ['GET /v1/boards/42/pins', { limit: 50 }],
    samples.page([samples.livePin()]),
    [{ id: '99', title: 'A lamp', link: 'https://example.com/lamp', url: 'https://www.pinterest.com/pin/99/' }],
  ],
  [
    'board getPins',
    { board: onBoard, section: { mode: 'id', value: '7' }, limit: 2, account: byId },
    ['GET /v1/boards/42/sections/7/pins', { account_id: 'acc_1', limit: 2 }],
    samples.page([samples.livePin()]),
    [{ id: '99', board_id: '42' }],
  ],
  [
    'board createSection',
    { board: { mode: 'id', value: ' 42 ' }, name: 7 },
    ['POST /v1/boards/42/sections', {}, { name: '7' }],
    reply(201, { id: '7', name: 'Desk' }),
    [{ id: '7', name: 'Desk' }],
  ],
];
