import { describe, expect, it } from 'vitest';
import { NOTHING_SELECTED, toggled, upTo, withAll } from './selection';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const of = (...filepaths: readonly string[]) => ({ filepaths: new Set(filepaths), anchor: filepaths.at(-1) ?? null });

describe('a selection', () => {
  it('takes one more and one less', () => {
    expect(toggled(NOTHING_SELECTED, 'b')).toEqual(of('b'));
    expect(toggled(of('a', 'b'), 'a')).toEqual({ filepaths: new Set(['b']), anchor: 'a' });
  });

  it('takes a range in the order that is shown, forwards and backwards, and keeps where it began', () => {
    expect(upTo(of('b'), ORDER, 'd', false)).toEqual({ filepaths: new Set(['b', 'c', 'd']), anchor: 'b' });
    expect(upTo(of('d'), ORDER, 'b', false)).toEqual({ filepaths: new Set(['b', 'c', 'd']), anchor: 'd' });
    const longer = upTo(of('b'), ORDER, 'e', false);
    expect(upTo(longer, ORDER, 'c', false).filepaths).toEqual(new Set(['b', 'c']));
  });

  it('adds a range to what was chosen', () => {
    expect(upTo(of('a', 'c'), ORDER, 'd', true).filepaths).toEqual(new Set(['a', 'c', 'd']));
  });

  it('begins a range at its end when nothing was chosen before, or when that is filtered out now', () => {
    expect(upTo(NOTHING_SELECTED, ORDER, 'c', false)).toEqual(of('c'));
    expect(upTo(of('gone'), ORDER, 'c', false)).toEqual(of('c'));
    expect(upTo(of('a'), ORDER, 'gone', false)).toEqual(of('a'));
  });

  it('takes whole groups', () => {
    expect(withAll(of('a'), ['a', 'd']).filepaths).toEqual(new Set(['a', 'd']));
  });
});
