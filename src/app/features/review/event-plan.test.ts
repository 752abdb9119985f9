import { describe, expect, it } from 'vitest';
import { BLANK, HUMAN } from '../../../domain/special-labels';
import type { EventFrame } from './event-frames';
import { highestOf, planConfirm, planLabel, suggestAnswer } from './event-plan';

const FAMILY = 'd;mammalia;artiodactyla;cervidae;;;deer family';
const DEER = 'w;mammalia;artiodactyla;cervidae;odocoileus;virginianus;white-tailed deer';
const FOX = 'f;mammalia;carnivora;canidae;vulpes;vulpes;red fox';

const frame = (filepath: string, line: string | null, boxes = 1, isReviewed = false): EventFrame => ({
  filepath,
  line,
  isReviewed,
  boxes:
    line === null || line === BLANK
      ? []
      : Array<{ label: string; conf: number }>(boxes).fill({ label: line, conf: 0.9 }),
});
const confirmed = (frames: readonly EventFrame[]) => planConfirm(frames, suggestAnswer(frames)!);

describe('what an event shows', () => {
  it('is the label that most frames speak for', () => {
    const frames = [frame('a', FOX), frame('b', DEER), frame('c', DEER), frame('d', BLANK)];
    expect(suggestAnswer(frames)).toEqual({ line: DEER, highest: { label: DEER, count: 1, filepath: 'b' } });
  });

  it('is the narrower label where a wider one says nothing against it', () => {
    const frames = [frame('a', FAMILY, 3), frame('b', FAMILY), frame('c', DEER)];
    // The three animals of the first frame are deer then.
    expect(suggestAnswer(frames)).toEqual({ line: DEER, highest: { label: DEER, count: 3, filepath: 'a' } });
  });

  it('is blank where nothing was seen, and nothing where the machine says nothing', () => {
    expect(suggestAnswer([frame('a', BLANK), frame('b', null)])).toEqual({ line: BLANK, highest: null });
    expect(suggestAnswer([frame('a', null)])).toBeNull();
    expect(suggestAnswer([])).toBeNull();
  });

  it('counts no faint boxes', () => {
    const faint = { ...frame('a', DEER), boxes: [{ label: DEER, conf: 0.1 }] };
    expect(highestOf([faint], DEER)).toBeNull();
  });
});

describe('confirming an event', () => {
  it('keeps its label, blanks and people, and renames other animals; the count goes to its frame', () => {
    const frames = [
      frame('a', DEER),
      frame('b', FAMILY),
      frame('c', BLANK),
      frame('d', HUMAN),
      frame('e', DEER, 2),
      frame('f', null),
    ];
    const { steps, kept, changed } = confirmed(frames);
    expect(steps).toEqual([
      { filepaths: ['a', 'c', 'd', 'e'], deed: { kind: 'confirm' } },
      { filepaths: ['b', 'f'], deed: { kind: 'label', label: DEER } },
      { filepaths: ['e'], deed: { kind: 'details', index: 0, details: { count: 2 } } },
    ]);
    expect([...kept]).toEqual([
      [DEER, 2],
      [BLANK, 1],
      [HUMAN, 1],
    ]);
    expect([...changed]).toEqual([
      [FAMILY, 1],
      ['', 1],
    ]);
  });

  it('leaves what people have said, also their count', () => {
    const frames = [frame('a', DEER, 4, true), frame('b', FOX, 1, true), frame('c', DEER)];
    expect(confirmed(frames).steps).toEqual([{ filepaths: ['c'], deed: { kind: 'confirm' } }]);
  });

  it('takes another count, even where one was said', () => {
    const frames = [frame('a', DEER, 4, true), frame('c', DEER)];
    const { line, highest } = suggestAnswer(frames)!;
    const { steps } = planConfirm(frames, { line, highest: highest && { ...highest, count: 5 } });
    expect(steps.at(-1)).toEqual({ filepaths: ['a'], deed: { kind: 'details', index: 0, details: { count: 5 } } });
  });

  it('does nothing with what is reviewed', () => {
    expect(confirmed([frame('a', DEER, 1, true), frame('b', DEER, 1, true)]).steps).toEqual([]);
  });
});

describe('another label for an event', () => {
  it('goes to all frames in which something was seen, reviewed or not', () => {
    const frames = [frame('a', DEER), frame('b', BLANK), frame('c', DEER, 1, true)];
    expect(planLabel(frames, FOX).steps).toEqual([
      { filepaths: ['b'], deed: { kind: 'confirm' } },
      { filepaths: ['a', 'c'], deed: { kind: 'label', label: FOX } },
    ]);
  });

  it('goes to all frames of an empty event, and blank goes to all of any', () => {
    const empty = [frame('a', BLANK), frame('b', BLANK)];
    expect(planLabel(empty, FOX).steps).toEqual([{ filepaths: ['a', 'b'], deed: { kind: 'label', label: FOX } }]);
    const seen = [frame('a', DEER), frame('b', BLANK)];
    expect(planLabel(seen, BLANK).steps).toEqual([{ filepaths: ['a', 'b'], deed: { kind: 'label', label: BLANK } }]);
  });
});
