import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../test/run-to-end';
import type { Bbox } from '../detection';
import type { RepeatImage } from './repeat-detections';
import { DEFAULT_REPEAT_OPTIONS, type RepeatOptions } from './repeat-options';
import { findRepeatStacks } from './repeat-stacks';

const PLACE: Bbox = [0.5, 0.5, 0.1, 0.1];

/** An image for each time; null = no detection in it. */
function camera(name: string, ...times: readonly (string | null)[]): readonly RepeatImage[] {
  return times.map((time, index) => ({
    filepath: `${name}/${index}.jpg`,
    capturedAt: time === '' ? null : time,
    detections: time === null ? [] : [{ category: '1', conf: 0.5 + index / 100, bbox: PLACE }],
  }));
}

function find(images: readonly RepeatImage[], options: Partial<RepeatOptions> = {}) {
  return runToEnd(findRepeatStacks(images, { ...DEFAULT_REPEAT_OPTIONS, minOccurrences: 2, ...options }));
}

describe('findRepeatStacks', () => {
  it('says what a person needs to know', () => {
    const images: readonly RepeatImage[] = [
      ...camera('a', '2024-05-02T10:00:00', null, '2024-05-01T10:00:30', '2024-05-01T10:00:00', ''),
      { filepath: 'a/9.jpg', capturedAt: null, detections: null },
      {
        filepath: 'a/10.jpg',
        capturedAt: '2024-05-01T12:00:00',
        detections: [
          { category: '1', conf: 0.9, bbox: [0.5, 0.5, 0.1, 0.096] },
          { category: '1', conf: 0.2, bbox: PLACE },
        ],
      },
    ];
    const [stack, ...others] = find(images);
    expect(others).toEqual([]);
    expect(stack).toEqual({
      id: 'a|a/0.jpg|0|1|0.5 0.5 0.1 0.1',
      camera: 'a',
      category: '1',
      bbox: [0.5, 0.5, expect.closeTo(0.1), expect.closeTo((5 * 0.1 + 0.096) / 6)],
      foundingBox: PLACE,
      members: [
        { filepath: 'a/0.jpg', detection: 0 },
        { filepath: 'a/2.jpg', detection: 0 },
        { filepath: 'a/3.jpg', detection: 0 },
        { filepath: 'a/4.jpg', detection: 0 },
        { filepath: 'a/10.jpg', detection: 0 },
        { filepath: 'a/10.jpg', detection: 1 },
      ],
      count: 6,
      images: 5,
      share: 5 / 7,
      minConf: 0.2,
      maxConf: 0.9,
      firstCapturedAt: '2024-05-01T10:00:00',
      lastCapturedAt: '2024-05-02T10:00:00',
      spreadSeconds: 24 * 3600,
      longestRun: 3,
    });
  });

  it('knows no times when there are none, and no spread when there is no such time', () => {
    const times = ({ firstCapturedAt, spreadSeconds }: ReturnType<typeof find>[number]) => [
      firstCapturedAt,
      spreadSeconds,
    ];
    expect(find(camera('a', '', '')).map(times)).toEqual([[null, null]]);
    expect(find(camera('a', '0000-00-00T00:00:00', '')).map(times)).toEqual([['0000-00-00T00:00:00', null]]);
  });

  it('has no category when its members have several', () => {
    const images = camera('a', '', '').map((image, index) => ({
      ...image,
      detections: [{ category: String(index), conf: 0.5, bbox: PLACE }],
    }));
    expect(find(images, { isCategoryAgnostic: true })[0]!.category).toBeNull();
  });

  it('puts the most certain repeats first', () => {
    const [short, long] = ['2024-05-01T10:00:00', '2024-05-02T10:00:00'];
    const images = [
      ...camera('rest', short, short, short, short),
      ...camera('unknown', '', ''),
      ...camera('lasting-2-of-3', short, long, null),
      ...camera('lasting-b', short, long),
      ...camera('lasting-a', short, long),
      ...camera('lasting-3', short, short, long),
      ...camera('unknown-3', '', '', ''),
    ];
    expect(find(images).map((stack) => stack.camera)).toEqual([
      'lasting-3',
      'lasting-a',
      'lasting-b',
      'lasting-2-of-3',
      'unknown-3',
      'unknown',
      'rest',
    ]);
  });

  it('gives a stack the same id again, and another one when the founding detection is another', () => {
    const images = camera('a', '', '', '');
    const [id] = find(images).map((stack) => stack.id);
    expect(find([...images, ...camera('b', '')]).map((stack) => stack.id)).toEqual([id]);
    const moved = images.map((image) => ({
      ...image,
      detections: image.detections!.map((detection) => ({ ...detection, bbox: [0.1, 0.5, 0.1, 0.1] as const })),
    }));
    expect(find(moved).map((stack) => stack.id)).not.toContain(id);
  });
});
