import { expect, it } from 'vitest';
import { findMaxN, type CountedFrame, type MaxN } from './find-max-n';

const frame = (filepath: string, boxes: string): CountedFrame => ({
  filepath,
  boxes: boxes === '' ? [] : boxes.split(' ').map((box) => ({ label: box[0]!, conf: Number(box.slice(1)) })),
});
const most = (label: string, count: number, filepath: string): MaxN => ({ label, count, filepath });

it.each<readonly [string, readonly CountedFrame[], number, readonly MaxN[]]>([
  ['no frames', [], 0.2, []],
  ['no boxes', [frame('1', '')], 0.2, []],
  ['the frame with most', [frame('1', 'd.9'), frame('2', 'd.9 d.8 d.7'), frame('3', 'd.9 d.9')], 0.2, [most('d', 3, '2')]], // prettier-ignore
  ['not the sum over frames', [frame('1', 'd.9'), frame('2', 'd.9'), frame('3', 'd.9')], 0.2, [most('d', 1, '1')]],
  ['the first of equals', [frame('1', 'd.3'), frame('2', 'd.9 d.9'), frame('3', 'd.9 d.9')], 0.2, [most('d', 2, '2')]],
  ['conf as limit, included', [frame('1', 'd.2 d.2 d.19'), frame('2', 'd.19 d.19 d.19')], 0.2, [most('d', 2, '1')]],
  ['nothing above the limit', [frame('1', 'd.19')], 0.2, []],
  ['no removed repeat', [frame('1', 'd-.9 d0')], 0, []],
  [
    'each label by itself, from different frames',
    [frame('1', 'd.9 d.9 f.8'), frame('2', 'f.9 d.9 f.9'), frame('3', 'b.4')],
    0.3,
    [most('d', 2, '1'), most('f', 2, '2'), most('b', 1, '3')],
  ],
])('%s', (_, frames, minConf, expected) => {
  expect(findMaxN(frames, minConf)).toEqual(expected);
});
