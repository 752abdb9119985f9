import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../test/run-to-end';
import type { Bbox } from '../../domain/detection';
import type { RepeatImage } from '../../domain/megadetector/repeat-detections';
import { findRepeatStacks } from '../../domain/megadetector/repeat-stacks';
import { listStacks, withDecided } from './list-stacks';
import { decideStacks, invert, touchedBy, withAct } from './repeat-acts';
import { repeatAttachment, restoreRepeats } from './repeat-attachment';
import { rejectedBy } from './repeat-decisions-of-survey';
import { DEFAULT_REPEAT_SEARCH, parseRepeatSearch, repeatOptionsOf } from './repeat-search-options';
import { NO_REPEATS, stackRejecting, summarizeRepeats, verdictOn } from './repeats-state';
import { searchRepeats } from './search-repeats';

const LEFT: Bbox = [0.1, 0.5, 0.1, 0.1];
const RIGHT: Bbox = [0.7, 0.5, 0.1, 0.1];
const SEARCH = { ...DEFAULT_REPEAT_SEARCH, minOccurrences: 2 };

function imageAt(filepath: string, boxes: readonly Bbox[], day = 1): RepeatImage {
  const capturedAt = `2026-05-${String(day).padStart(2, '0')}T06:00:00`;
  return { filepath, capturedAt, detections: boxes.map((bbox) => ({ category: '1', conf: 0.5, bbox })) };
}

const IMAGES: readonly RepeatImage[] = [
  imageAt('a/1.jpg', [LEFT, RIGHT]),
  imageAt('a/2.jpg', [LEFT], 2),
  imageAt('a/3.jpg', [LEFT, RIGHT], 3),
  imageAt('b/100RECNX/1.jpg', [LEFT]),
  imageAt('b/101RECNX/1.jpg', [LEFT]),
];

const facts = (images: readonly RepeatImage[]) => ({
  images,
  imageOf: (filepath: string) => images.find((image) => image.filepath === filepath),
});
const search = (images: readonly RepeatImage[], options = SEARCH) =>
  runToEnd(searchRepeats(images, options, () => undefined));
const decide = (...[stacks, verdict, decided = NO_REPEATS.decided]: Parameters<typeof decideStacks>) =>
  withAct(decided, decideStacks(stacks, verdict, decided));

const STACKS = search(IMAGES);

describe('searchRepeats', () => {
  it('finds what a search of all cameras at once finds, in the same order', () => {
    const found = runToEnd(findRepeatStacks(IMAGES, repeatOptionsOf(SEARCH)));
    expect(STACKS).toEqual(found.map((stack) => ({ ...stack, minIou: 0.9, cameraBy: 'folder' })));
    expect(STACKS.map(({ count }) => count)).toEqual([3, 2]);
  });

  it('tells how many images are done, camera by camera', () => {
    const told: number[] = [];
    runToEnd(searchRepeats(IMAGES, { ...SEARCH, cameraBy: 'camera-folder' }, (done) => told.push(done)));
    expect(told).toEqual([3, 5]);
  });
});

describe('verdicts', () => {
  const [left, right] = STACKS as [(typeof STACKS)[number], (typeof STACKS)[number]];
  const decided = decide([left], 'rejected', decide([right], 'kept', NO_REPEATS.decided));

  it('reject the members, and count them', () => {
    const rejected = runToEnd(rejectedBy(decided));
    expect([...rejected]).toEqual([
      ['a/1.jpg', new Set([0])],
      ['a/2.jpg', new Set([0])],
      ['a/3.jpg', new Set([0])],
    ]);
    expect(summarizeRepeats({ decided, rejected })).toEqual({
      rejectedStacks: 1,
      rejectedBoxes: 3,
      rejectedImages: 3,
      keptStacks: 1,
    });
    expect(stackRejecting({ decided }, { filepath: 'a/2.jpg', detection: 0 })).toBe(left.id);
    expect(stackRejecting({ decided }, { filepath: 'a/3.jpg', detection: 1 })).toBeNull();
  });

  it('are taken back and given again', () => {
    const act = decideStacks([left, right], null, decided);
    const none = withAct(decided, act);
    expect(none.size).toBe(0);
    expect(withAct(none, invert(act))).toEqual(decided);
    expect([...touchedBy(act)]).toEqual(['a/1.jpg', 'a/2.jpg', 'a/3.jpg']);
  });

  it('keep what is spared as long as the stack is the same', () => {
    const spared = [{ filepath: 'a/2.jpg', detection: 0 }];
    const withSpared = new Map(decided).set(left.id, { ...decided.get(left.id)!, spared });
    expect(runToEnd(rejectedBy(withSpared)).has('a/2.jpg')).toBe(false);
    const keptAgain = decide([left], 'kept', withSpared);
    expect(decide([left], 'rejected', keptAgain).get(left.id)!.spared).toEqual(spared);
    expect(decide([{ ...left }], 'rejected', keptAgain).get(left.id)!.spared).toEqual([]);
  });

  it('come back from the store as they were, with all that a search says of a stack', () => {
    const spared = [{ filepath: 'a/2.jpg', detection: 0 }];
    const entries = new Map(decided).set(left.id, { ...decided.get(left.id)!, spared });
    const kept = structuredClone(repeatAttachment({ options: SEARCH, decided: entries }));
    expect(kept.items).toHaveLength(1);
    expect(runToEnd(restoreRepeats(kept, facts(IMAGES)))).toEqual({ options: SEARCH, decided: entries });
  });

  it('lose what is gone', () => {
    const kept = repeatAttachment({ options: SEARCH, decided });
    const later = [imageAt('a/0.jpg', []), ...IMAGES.slice(1)];
    const { decided: restored } = runToEnd(restoreRepeats(kept, facts(later)));
    expect(restored.get(left.id)!.stack).toMatchObject({ id: left.id, count: 2, share: 2 / 3, longestRun: 2 });
    expect(restored.get(right.id)!.stack).toMatchObject({ count: 1 });
  });

  it('keep the camera of the search that found the stack', () => {
    const byCamera = search(IMAGES, { ...SEARCH, cameraBy: 'camera-folder' }).filter(({ camera }) => camera === 'b');
    const kept = repeatAttachment({ options: SEARCH, decided: decide(byCamera, 'kept', decided) });
    expect(kept.items).toHaveLength(2);
    const { decided: restored } = runToEnd(restoreRepeats(kept, facts(IMAGES)));
    expect(restored.get(byCamera[0]!.id)!.stack).toEqual(byCamera[0]);
  });

  it('refuses an item that is no record', () => {
    const broken = { header: {}, items: [{ cameraBy: 'folder', record: { version: 9 } }] };
    expect(() => runToEnd(restoreRepeats(broken, facts(IMAGES)))).toThrow(
      'repeat decisions: version: expected 1, got 9',
    );
  });
});

describe('listStacks', () => {
  const [left, right] = STACKS as [(typeof STACKS)[number], (typeof STACKS)[number]];
  const decided = decide([left], 'rejected', NO_REPEATS.decided);

  it('lists what was decided as it was decided', () => {
    const listed = runToEnd(listStacks(search(IMAGES), decided));
    expect(listed).toEqual([left, right]);
    expect(listed[0]).toBe(left);
    expect(listed.map((stack) => verdictOn(stack, decided))).toEqual(['rejected', null]);
  });

  it('lists a stack that has grown as undecided', () => {
    const more = [...IMAGES, imageAt('a/4.jpg', [LEFT])];
    const listed = runToEnd(listStacks(search(more), decided));
    expect(listed.map(({ count }) => count)).toEqual([4, 2]);
    expect(verdictOn(listed[0]!, decided)).toBeNull();
    const again = decide([listed[0]!], 'rejected', decided);
    expect(verdictOn(listed[0]!, again)).toBe('rejected');
    expect(runToEnd(rejectedBy(again)).size).toBe(4);
  });

  it('lists decided stacks that are not found any more, and no part of one under another id', () => {
    expect(runToEnd(listStacks([], decided))).toEqual([left]);
    const part = { ...left, id: 'another', members: left.members.slice(1) };
    expect(runToEnd(listStacks([part], decided))).toEqual([left]);
    expect(withDecided(STACKS, decided)).toBe(STACKS);
  });
});

describe('parseRepeatSearch', () => {
  it.each<[unknown, object]>([
    [null, DEFAULT_REPEAT_SEARCH],
    ['0.9', DEFAULT_REPEAT_SEARCH],
    [SEARCH, SEARCH],
    [
      { ...SEARCH, minIou: 0, maxArea: 2, minOccurrences: 1.5, cameraBy: 'x' },
      { ...DEFAULT_REPEAT_SEARCH, minOccurrences: 20 },
    ],
    [
      { minConf: 0.3, isCategoryAgnostic: true, cameraBy: 'camera-folder' },
      { ...DEFAULT_REPEAT_SEARCH, minConf: 0.3, isCategoryAgnostic: true, cameraBy: 'camera-folder' },
    ],
  ])('reads %j', (kept, expected) => expect(parseRepeatSearch(kept)).toEqual(expected));
});
