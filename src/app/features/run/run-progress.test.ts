import { describe, expect, it } from 'vitest';
import type { OpenSurvey, RunView } from '../../state/app-state';
import { doneAt, progressOf, situationOf } from './run-progress';

const image = (filepath: string, isDone: boolean) =>
  ({ filepath, size: 1, prediction: null, inference: isDone ? {} : null }) as OpenSurvey['images'][number];

function survey(part: {
  readonly counts?: readonly [listed: number, done: number];
  readonly run?: RunView['step'];
  readonly listing?: 'listing' | 'listed';
  readonly hasPackage?: boolean;
  readonly wasCutOff?: boolean;
  readonly reason?: string;
  readonly lacking?: number;
}): OpenSurvey {
  const [listed, done] = part.counts ?? [10, 0];
  const progress = { done, total: listed, backend: part.reason === undefined ? null : { reason: part.reason } };
  return {
    survey: { counts: { listed, done, failed: 0 } },
    images: [image('a', true), image('b', true), image('c', false)],
    run: part.run === undefined ? { step: 'idle' } : { step: part.run, progress },
    listing: { step: part.listing ?? 'listed', found: listed },
    modelPackage: part.hasPackage === false ? null : {},
    wasCutOff: part.wasCutOff ?? false,
  } as unknown as OpenSurvey;
}

const situation = (part: Parameters<typeof survey>[0]) =>
  situationOf(survey(part), progressOf(survey(part), part.lacking ?? 0));

describe('situationOf', () => {
  it.each<[Parameters<typeof survey>[0], ReturnType<typeof situation>]>([
    [{ counts: [0, 0] }, 'empty'],
    [{ counts: [0, 0], listing: 'listing' }, 'listing'],
    [{ hasPackage: false }, 'no-package'],
    [{}, 'idle'],
    [{ counts: [10, 4] }, 'idle-some'],
    [{ counts: [10, 4], wasCutOff: true }, 'cut-off'],
    [{ counts: [10, 10] }, 'finished'],
    [{ counts: [10, 10], hasPackage: false }, 'finished'],
    [{ counts: [10, 10], lacking: 4 }, 'idle-some'],
    [{ counts: [10, 10], run: 'finished' }, 'finished'],
    [{ counts: [10, 10], run: 'finished', lacking: 4 }, 'idle-some'],
    [{ run: 'running' }, 'running'],
    [{ run: 'running', reason: 'fell-back' }, 'fell-back'],
    [{ run: 'running', reason: 'forced' }, 'running'],
    [{ run: 'paused' }, 'paused'],
    [{ run: 'preparing', listing: 'listing' }, 'preparing'],
  ])('%j', (part, expected) => expect(situation(part)).toBe(expected));
});

describe('progressOf', () => {
  it('takes what is stored while nothing runs, the last of the list first', () => {
    expect(progressOf(survey({ counts: [3, 2] }), 0)).toMatchObject({ done: 2, total: 3, newest: ['b', 'a'] });
  });
});

describe('doneAt', () => {
  it('adds the time left to now', () => {
    expect(doneAt(90, 1000)).toBe(91_000);
    expect(doneAt(null, 1000)).toBeNull();
  });
});
