import { packNumbers } from '../../src/places/packed-numbers';
import { TOWN_STEPS, type PackedTowns } from '../../src/places/packed-towns';
import type { Town } from './towns';

/** Packs towns area by area, from south to north. */
export function packTowns(towns: readonly Town[]): PackedTowns {
  const areas = [...new Set(towns.map(({ area }) => area))].sort();
  const numbers: number[] = [];
  let [x, y] = [0, 0];
  for (const area of areas) {
    const members = towns.filter((town) => town.area === area).sort((a, b) => a.latitude - b.latitude);
    numbers.push(members.length);
    for (const { latitude, longitude } of members) {
      const [nextX, nextY] = [Math.round(longitude * TOWN_STEPS), Math.round(latitude * TOWN_STEPS)];
      numbers.push(nextY - y, nextX - x);
      [x, y] = [nextX, nextY];
    }
  }
  return { areas: areas.join(' '), towns: packNumbers(numbers) };
}
