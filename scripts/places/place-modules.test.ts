import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPlaceFinder } from '../../src/places/load-place-finder';
import { placeOfArea } from '../../src/places/area-name';
import { createPlaceModules, readAllTowns } from './place-modules';
import { simplifyLine } from './simplify-line';
import type { Point } from './topology';
import { reduceTowns, type Town } from './towns';

describe('the modules in src/places/data', () => {
  const modules = createPlaceModules();

  it.each(modules.map(({ file, text }) => [file, text]))('%s is what its packages make', (file, text) => {
    // A short message instead of a difference of half a megabyte.
    const isSame = readFileSync(`src/places/data/${file}`, 'utf8') === text;
    expect(isSame, `src/places/data/${file} is stale: run npx tsx scripts/build-places.ts`).toBe(true);
  });
});

describe('reduceTowns', () => {
  it('leaves the nearest town of the whole table its place, all over the world', async () => {
    const towns = readAllTowns();
    const { nearestTown } = await loadPlaceFinder();
    const random = createRandom(7);
    for (let point = 0; point < 400; point++) {
      // Every second one where the towns of the United States lie close together.
      const [latitude, longitude] =
        point % 2 === 0 ? [random() * 180 - 90, random() * 360 - 180] : [24 + random() * 26, -126 + random() * 60];
      const { area } = nearest(towns, latitude, longitude);
      const expected = area === '-' ? null : placeOfArea(area);
      expect(nearestTown(latitude, longitude), `${latitude} ${longitude}`).toEqual(expected);
    }
  });

  it('leaves out what is surrounded by its own area', () => {
    const towns: Town[] = [];
    for (let latitude = 0; latitude < 5; latitude++) {
      for (let longitude = 0; longitude < 9; longitude++) {
        // Bulging: on a straight edge towns far apart would meet somewhere far away.
        const bulge = 1 - (longitude - 4) ** 2 / 500;
        towns.push({ latitude: (latitude - 2) * bulge, longitude, area: longitude < 4 ? 'USA-TX' : '-' });
      }
    }
    const longitudes = new Set(reduceTowns(towns).map(({ longitude }) => longitude));
    expect([...longitudes].sort()).toEqual([3, 4]);
  });

  it('lets the first of two towns at one place count', () => {
    const at = { latitude: 1, longitude: 1 };
    const others = [
      { latitude: 0, longitude: 0, area: 'B' },
      { latitude: 0, longitude: 3, area: 'B' },
      { latitude: 3, longitude: 0, area: 'B' },
    ];
    const reduced = reduceTowns([{ ...at, area: 'A' }, { ...at, area: 'B' }, ...others]);
    expect(reduced[0]).toEqual({ ...at, area: 'A' });
    expect(reduced).toHaveLength(4);
  });
});

describe('simplifyLine', () => {
  it('keeps ends and corners, and leaves out what lies on the way', () => {
    const line: Point[] = [
      [0, 0],
      [1, 0.001],
      [2, 0],
      [3, -0.001],
      [4, 0],
      [4, 2],
    ];
    expect(simplifyLine(line, 0.01)).toEqual([line[0], line[4], line[5]]);
    expect(simplifyLine(line, 0.0001)).toEqual([line[0], line[1], line[3], line[4], line[5]]);
  });

  it('keeps three corners of the smallest island', () => {
    const island: Point[] = [
      [0, 0],
      [0.001, 0],
      [0.001, 0.001],
      [0.0005, 0.0012],
      [0, 0.001],
      [0, 0],
    ];
    const kept = simplifyLine(island, 1);
    expect(kept).toHaveLength(4);
    expect(kept.at(-1)).toEqual(kept[0]);
  });
});

function nearest(towns: readonly Town[], latitude: number, longitude: number): Town {
  let best = towns[0]!;
  let least = Infinity;
  for (const town of towns) {
    const distance = (town.latitude - latitude) ** 2 + (town.longitude - longitude) ** 2;
    if (distance < least) [least, best] = [distance, town];
  }
  return best;
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
