import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../test/synthetic-inferences';
import { comparePathsByComponents } from '../../domain/path-order';
import { createRowPlaces } from './row-places';

interface Row {
  readonly filepath: string;
}

/** Paths whose order by components is another than that of their texts, in the order of components. */
const PATHS = ['a', 'b', 'b-2', 'b.c', 'ä', '𝒳', '\uffee']
  .flatMap((folder) => Array.from({ length: 30 }, (_, number) => `${folder}/${number}.jpg`))
  .sort(comparePathsByComponents);

function setUp() {
  let rows: Row[] = [];
  const places = createRowPlaces(() => rows, comparePathsByComponents);
  return {
    places,
    add: (filepath: string) => {
      rows.push({ filepath });
      places.added();
    },
    replace: (filepaths: readonly string[], isInOrder: boolean) => {
      rows = filepaths.map((filepath) => ({ filepath }));
      places.changed(isInOrder);
    },
    /** What each path must be answered, wherever one begins to look. */
    expectAll: () => {
      const expected = PATHS.map((filepath) => rows.findIndex((row) => row.filepath === filepath));
      for (const near of [undefined, -1, 0, 1, 7, rows.length - 1, rows.length, 10_000])
        expect(PATHS.map((filepath) => places.find(filepath, near))).toEqual(expected);
      expect(places.find('b')).toBe(-1);
      expect(places.find('zzz')).toBe(-1);
    },
  };
}

describe('places of rows', () => {
  it('are found in rows that come in order, with those that are missing', () => {
    const { places, add, expectAll } = setUp();
    expectAll();
    for (const [number, filepath] of PATHS.entries()) {
      if (number % 3 === 1) continue;
      if (number % 2 === 0) expect(places.find(filepath)).toBe(-1);
      add(filepath);
    }
    expect(places.isInOrder()).toBe(true);
    expectAll();
  });

  it.each([1, 2, 3])('are found in rows that come in any order, in between and at the end', (seed) => {
    const random = createRandom(seed);
    const { places, add, expectAll } = setUp();
    const waiting = [...PATHS];
    while (waiting.length > 60) {
      const [filepath] = waiting.splice(Math.floor(random() * waiting.length), 1);
      if (random() < 0.5) expect(places.find(filepath!)).toBe(-1);
      add(filepath!);
      if (waiting.length % 50 === 0) expectAll();
    }
    expect(places.isInOrder()).toBe(false);
    expectAll();
  });

  it('know that an image was looked for longer ago than the last one came', () => {
    const { places, add, expectAll } = setUp();
    expect(places.find('a/1.jpg')).toBe(-1);
    add('b/1.jpg');
    add('a/1.jpg');
    expect(places.isInOrder()).toBe(false);
    expectAll();
  });

  it('are found when all rows are others, in order or not', () => {
    const { places, add, replace, expectAll } = setUp();
    replace(PATHS.toReversed(), false);
    expectAll();
    replace(PATHS.slice(5, 90), true);
    expectAll();
    add(PATHS[3]!);
    expect(places.isInOrder()).toBe(false);
    expectAll();
    replace([], true);
    expectAll();
    expect(places.isInOrder()).toBe(true);
  });

  it('are the same once so many were searched that there is a table', () => {
    const { places, add, expectAll } = setUp();
    for (const filepath of PATHS.slice(0, 150)) add(filepath);
    for (let times = 0; times < 60; times++) expect(PATHS.map((filepath) => places.find(filepath))).toContain(149);
    expectAll();
    for (const filepath of PATHS.slice(151, 180)) {
      expect(places.find(filepath)).toBe(-1);
      add(filepath);
    }
    expect(places.isInOrder()).toBe(true);
    expectAll();
    add(PATHS[150]!);
    expect(places.isInOrder()).toBe(false);
    expectAll();
  });
});
