import { describe, expect, it } from 'vitest';
import { fillDigits } from './fill-digits';
import { noteUse } from './change-label-use';
import { NO_LABEL_USE } from './label-use';

describe('fillDigits', () => {
  it('puts likely labels on free digits, and moves nothing that has one', () => {
    const digits = ['fox', null, 'deer', null, null];
    expect(fillDigits(digits, ['deer', 'bear', 'elk', 'bear'])).toEqual(['fox', 'bear', 'deer', 'elk', null]);
  });

  it('gives no more labels than there are digits', () => {
    expect(fillDigits([null, null], ['a', 'b', 'c'])).toEqual(['a', 'b']);
  });

  it('leaves every label where it was when one of them is used', () => {
    const likely = ['deer', 'zebra', 'fox'];
    const before = fillDigits(NO_LABEL_USE.digits, likely);
    const use = noteUse(NO_LABEL_USE, 'zebra', before.indexOf('zebra'));
    expect(fillDigits(use.digits, likely)).toEqual(before);
  });
});
