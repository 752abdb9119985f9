import { describe, expect, it } from 'vitest';
import type { FoundStack, RepeatsState } from '../../state/repeats-state';
import { moveInCards } from './move-in-cards';
import { readOccurrences } from './read-occurrences';
import { afterVerdict, camerasOf, countByFilter, countRejected, shownStacks } from './shown-stacks';

function stackOf(id: string, camera = 'a'): FoundStack {
  return {
    id,
    camera,
    category: '1',
    bbox: [0, 0, 0.1, 0.1],
    foundingBox: [0, 0, 0.1, 0.1],
    members: [
      { filepath: `${id}1.jpg`, detection: 0 },
      { filepath: `${id}2.jpg`, detection: 1 },
    ],
    count: 2,
    images: 2,
    share: 1,
    minConf: 0.2,
    maxConf: 0.4,
    firstCapturedAt: null,
    lastCapturedAt: null,
    spreadSeconds: null,
    longestRun: 2,
    minIou: 0.9,
    cameraBy: 'folder',
  };
}

const STACKS = [stackOf('p'), stackOf('q', 'b'), stackOf('r'), stackOf('s', 'b')];
const verdicts = (given: Readonly<Record<string, 'rejected' | 'kept'>>): RepeatsState['decided'] =>
  new Map(
    STACKS.flatMap((stack) => {
      const verdict = given[stack.id];
      return verdict === undefined ? [] : [[stack.id, { stack, verdict, spared: [] }] as const];
    }),
  );
const DECIDED = verdicts({ p: 'rejected', q: 'kept' });
const ids = (stacks: readonly FoundStack[]) => stacks.map(({ id }) => id).join('');

describe('shownStacks', () => {
  it.each([
    ['all', null, 'pqrs'],
    ['undecided', null, 'rs'],
    ['rejected', null, 'p'],
    ['kept', null, 'q'],
    ['all', 'b', 'qs'],
    ['undecided', 'b', 's'],
    ['rejected', 'b', ''],
  ] as const)('%s of camera %s', (filter, camera, expected) =>
    expect(ids(shownStacks(STACKS, DECIDED, { filter, camera }))).toBe(expected),
  );

  it('counts what each filter shows', () => {
    expect(countByFilter(STACKS, DECIDED, null)).toEqual({ all: 4, undecided: 2, rejected: 1, kept: 1 });
    expect(countByFilter(STACKS, DECIDED, 'b')).toEqual({ all: 2, undecided: 1, rejected: 0, kept: 1 });
    expect(camerasOf(STACKS)).toEqual(['a', 'b']);
  });
});

describe('afterVerdict', () => {
  it.each([
    [0, 'r'],
    [2, 's'],
    [3, 'r'],
  ])('goes from %i to %s', (index, expected) => expect(afterVerdict(STACKS, DECIDED, index)?.id).toBe(expected));

  it('goes to the next when none is left, and stays on the last', () => {
    const all = verdicts({ p: 'kept', q: 'kept', r: 'kept', s: 'kept' });
    expect(afterVerdict(STACKS, all, 1)?.id).toBe('r');
    expect(afterVerdict(STACKS, all, 3)?.id).toBe('s');
    expect(afterVerdict([], all, 0)).toBeNull();
  });
});

it('counts the boxes of a stack that are rejected, whatever rejected them', () => {
  const rejected = new Map([
    ['p1.jpg', new Set([0, 4])],
    ['p2.jpg', new Set([0])],
  ]);
  expect(countRejected(STACKS[0]!, rejected)).toBe(1);
  expect(countRejected(STACKS[1]!, rejected)).toBe(0);
  expect(countRejected(STACKS[0]!, new Map())).toBe(0);
});

describe('moveInCards', () => {
  const grid = { columns: 3, count: 8 };
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 7, 7],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 5, 7],
    ['ArrowDown', 6, 6],
    ['ArrowUp', 7, 4],
    ['ArrowUp', 2, 2],
    ['Home', 5, 0],
    ['End', 2, 7],
    ['a', 2, null],
  ])('%s from %i', (key, index, expected) => expect(moveInCards(key, index, grid, false)).toBe(expected));

  it('turns with the writing', () => expect(moveInCards('ArrowLeft', 0, grid, true)).toBe(1));
});

it.each([
  ['20', 20],
  [' 2 ', 2],
  ['1', null],
  ['2.5', null],
  ['', null],
  ['-3', null],
  ['1e3', null],
  ['12345678901', null],
])('reads the count "%s"', (typed, expected) => expect(readOccurrences(typed, 2)).toBe(expected));
