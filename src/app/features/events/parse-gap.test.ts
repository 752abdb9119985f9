import { expect, it } from 'vitest';
import { parseGap } from './parse-gap';

it.each([
  ['60', 60],
  [' 3,600 ', 3600],
  ['0', 0],
  ['86400', 86_400],
  ['86401', null],
  ['1.5', null],
  ['-1', null],
  ['', null],
  ['1 h', null],
])('reads %j as %j', (written, seconds) => expect(parseGap(written)).toBe(seconds));
