import { describe, expect, it } from 'vitest';
import { BLANK, HUMAN } from '../special-labels';
import { emptyReview, observationOf, type ImageReview } from './image-review';
import { applyDeed, type ReviewDeed, type ReviewTarget } from './review-deed';

const FOX = 'f;mammalia;carnivora;canidae;vulpes;vulpes;red fox';
const JACKAL = 'j;mammalia;carnivora;canidae;canis;aureus;golden jackal';
const WHO = { by: 'Ada', at: 1000 };
const SUGGESTED = [observationOf(FOX, 2)];

const target = (review: ImageReview | null = null, suggested = SUGGESTED): ReviewTarget => ({
  filepath: 'a.jpg',
  review,
  suggested,
});
const apply = (deed: ReviewDeed, to = target()) => applyDeed(to, deed, WHO);
const reviewed = (...observations: ImageReview['observations'] & object): ImageReview => ({
  ...emptyReview('a.jpg'),
  observations,
});

describe('applyDeed', () => {
  it('confirms what is suggested, with who and when', () => {
    expect(apply({ kind: 'confirm' })).toEqual({ ...emptyReview('a.jpg'), ...WHO, observations: SUGGESTED });
  });

  it('confirms nothing twice, and nothing where nothing is suggested', () => {
    const done = reviewed(observationOf(JACKAL, 1));
    expect(apply({ kind: 'confirm' }, target(done))).toBe(done);
    expect(apply({ kind: 'confirm' }, target(null, []))).toBeNull();
  });

  it('gives the main thing another label and keeps how many there are', () => {
    expect(apply({ kind: 'label', label: JACKAL })?.observations).toEqual([observationOf(JACKAL, 2)]);
    expect(apply({ kind: 'label', label: JACKAL }, target(null, []))?.observations).toEqual([observationOf(JACKAL, 1)]);
  });

  it('keeps what else was seen, once, and its details', () => {
    const two = reviewed(observationOf(FOX, 1), { ...observationOf(JACKAL, 3), sex: 'female' });
    expect(apply({ kind: 'label', label: HUMAN }, target(two))?.observations?.map(({ label }) => label)).toEqual([
      HUMAN,
      JACKAL,
    ]);
    expect(apply({ kind: 'label', label: JACKAL }, target(two))?.observations).toEqual([observationOf(JACKAL, 1)]);
  });

  it('leaves an empty image with nothing to count', () => {
    const two = reviewed(observationOf(FOX, 1), observationOf(JACKAL, 3));
    expect(apply({ kind: 'label', label: BLANK }, target(two))?.observations).toEqual([observationOf(BLANK)]);
    const blank = reviewed(observationOf(BLANK));
    expect(apply({ kind: 'label', label: FOX }, target(blank))?.observations).toEqual([observationOf(FOX, 1)]);
  });

  it('accepts the label that is suggested as it is suggested', () => {
    expect(apply({ kind: 'label', label: FOX })?.observations).toEqual(SUGGESTED);
    const done = reviewed(...SUGGESTED);
    expect(apply({ kind: 'label', label: FOX }, target(done))).toBe(done);
  });

  it('adds and removes species; without any, nobody has said anything', () => {
    const two = apply({ kind: 'add', label: JACKAL });
    expect(two?.observations).toEqual([...SUGGESTED, observationOf(JACKAL, 1)]);
    expect(apply({ kind: 'add', label: JACKAL }, target(two))).toBe(two);
    const one = apply({ kind: 'remove', index: 0 }, target(two));
    expect(one?.observations).toEqual([observationOf(JACKAL, 1)]);
    expect(apply({ kind: 'remove', index: 0 }, target(one))).toBeNull();
    expect(apply({ kind: 'add', label: FOX }, target(reviewed(observationOf(BLANK))))?.observations).toEqual([
      observationOf(FOX, 1),
    ]);
  });

  it('says details of one observation, also of a suggested one', () => {
    const said = apply({ kind: 'details', index: 0, details: { count: 3, lifeStage: 'juvenile' } });
    expect(said?.observations).toEqual([{ ...observationOf(FOX, 3), lifeStage: 'juvenile' }]);
    expect(apply({ kind: 'details', index: 1, details: { count: 3 } })).toBeNull();
    expect(apply({ kind: 'relabel', index: 0, label: JACKAL }, target(said))?.observations).toEqual([
      { ...observationOf(JACKAL, 3), lifeStage: 'juvenile' },
    ]);
  });

  it('flags, stars and notes without saying what is there; taken back, nothing is left', () => {
    const flagged = apply({ kind: 'flag', isOn: true });
    expect(flagged).toEqual({ ...emptyReview('a.jpg'), ...WHO, isFlagged: true });
    expect(apply({ kind: 'flag', isOn: true }, target(flagged))).toBe(flagged);
    expect(apply({ kind: 'flag', isOn: false }, target(flagged))).toBeNull();
    expect(apply({ kind: 'star', isOn: true }, target(flagged))).toMatchObject({ isFlagged: true, isStarred: true });
    expect(apply({ kind: 'note', note: 'limps' })).toMatchObject({ note: 'limps', observations: null });
  });

  it('takes back what was said of the content, and leaves flag and note', () => {
    const said = { ...reviewed(...SUGGESTED), isFlagged: true, boxes: [] };
    expect(apply({ kind: 'unreview' }, target(said))).toMatchObject({
      observations: null,
      boxes: null,
      isFlagged: true,
    });
    expect(apply({ kind: 'unreview' })).toBeNull();
  });

  it('keeps the boxes as the person left them', () => {
    const boxes = [{ bbox: [0, 0, 1, 1], category: '1', label: FOX, from: null }] as const;
    expect(apply({ kind: 'boxes', boxes })).toMatchObject({ boxes, observations: null, by: 'Ada' });
  });
});
