import { describe, expect, it } from 'vitest';
import { findMismatch, hasExpectedHash } from './expected-file';

const found = { size: 5, md5: 'a', sha256: 'b' };
const open = { size: null, md5: null, sha256: null };

describe('findMismatch', () => {
  it.each([
    [open, null],
    [{ size: 5, md5: 'a', sha256: 'b' }, null],
    [
      { ...open, size: 6 },
      { what: 'size', expected: '6', got: '5' },
    ],
    [
      { ...open, md5: 'b' },
      { what: 'md5', expected: 'b', got: 'a' },
    ],
    [
      { ...open, md5: 'a', sha256: 'c' },
      { what: 'sha256', expected: 'c', got: 'b' },
    ],
  ])('%j', (expected, mismatch) => expect(findMismatch(expected, found)).toEqual(mismatch));
});

it('knows whether the bytes must be read', () => {
  expect(hasExpectedHash({ ...open, size: 5 })).toBe(false);
  expect(hasExpectedHash({ ...open, md5: 'a' })).toBe(true);
});
