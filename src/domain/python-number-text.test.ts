import { expect, it } from 'vitest';
import { isPythonInt, parsePythonFloat } from './python-number-text';

// What Python 3.11 says of each text.
it.each([
  ['1', true, 1],
  [' 1 ', true, 1],
  ['\u00a01\u0085', true, 1],
  ['\u001c1', false, null],
  ['+1', true, 1],
  ['-0', true, -0],
  ['1_0', true, 10],
  ['_1', false, null],
  ['1__0', false, null],
  ['+ 1', false, null],
  ['', false, null],
  ['1.6', false, 1.6],
  ['5.', false, 5],
  ['.5', false, 0.5],
  ['.', false, null],
  ['1_0.0_1e1_0', false, 100100000000],
  ['1_.5', false, null],
  ['1e_5', false, null],
  ['0x1', false, null],
  ['1,6', false, null],
  ['1.6.1', false, null],
  ['nan', false, NaN],
  ['-inF', false, -Infinity],
  ['Infinity', false, Infinity],
  ['1e400', false, Infinity],
])('%j', (text, isInt, float) => {
  expect(isPythonInt(text)).toBe(isInt);
  expect(parsePythonFloat(text)).toBe(float);
});
