import { describe, expect, it } from 'vitest';
import { NO_FILTER, type ImageFilter } from '../shared/images/image-filter';
import { stepOf, type LookStep } from './gallery-history';
import { FIRST_LOOK, type GalleryLook } from './gallery-query';

const looking = (filter: Partial<ImageFilter>, part: Partial<GalleryLook> = {}): GalleryLook => ({
  ...FIRST_LOOK,
  ...part,
  filter: { ...NO_FILTER, ...filter },
});

describe('stepOf', () => {
  const none = looking({});
  const typed: LookStep = { parts: ['text'], atMs: 1000 };

  it('is nothing while the look is the same', () => expect(stepOf(none, looking({}), null, 0)).toBeNull());

  it('makes a step for each choice', () => {
    expect(stepOf(none, looking({ kinds: ['blank'] }), null, 5)).toEqual({
      step: { parts: ['is'], atMs: 5 },
      kind: 'push',
    });
    expect(stepOf(none, looking({}, { sort: 'newest' }), { parts: ['sort'], atMs: 0 }, 5)?.kind).toBe('push');
  });

  it('makes one step of what is typed or dragged in one go', () => {
    const [one, two] = [looking({ text: 'b' }), looking({ text: 'be' })];
    expect(stepOf(none, one, null, 1000)?.kind).toBe('push');
    expect(stepOf(one, two, typed, 1500)?.kind).toBe('replace');
    expect(stepOf(one, two, typed, 9000)?.kind).toBe('push');
    expect(stepOf(one, looking({ text: 'b', noneAbove: 0.2 }), typed, 1500)?.kind).toBe('push');
    expect(stepOf(one, looking({}), typed, 1500)?.kind).toBe('replace');
  });

  it('makes a step of several parts at once', () => {
    const both = looking({ text: 'b', hours: { from: 1, to: 2 } });
    expect(stepOf(none, both, typed, 1100)).toEqual({ step: { parts: ['text', 'hours'], atMs: 1100 }, kind: 'push' });
  });
});
