import { readFileSync } from 'node:fs';
import Delaunator from 'delaunator';
import { NO_COUNTRY } from '../../src/places/area-name';

/** A town and the area it stands for: `USA-TX`, `PRI`, or `-` for all other countries. */
export interface Town {
  readonly latitude: number;
  readonly longitude: number;
  readonly area: string;
}

/** Countries whose towns have a region in the reference (speciesnet 5.0.4, geolocation), by GeoNames' two letters. */
const TERRITORIES: ReadonlyMap<string, string> = new Map([
  ['AS', 'ASM'],
  ['GU', 'GUM'],
  ['MP', 'MNP'],
  ['PR', 'PRI'],
  ['UM', 'UMI'],
  ['VI', 'VIR'],
]);

/** Reads GeoNames' table of towns (tab-separated: latitude, longitude, country, state in columns 5, 6, 9, 11). */
export function readTowns(path: string, states: ReadonlySet<string>): Town[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const columns = line.split('\t');
    const [country, state] = [columns[8]!, columns[10]!];
    const isInState = country === 'US' && states.has(state);
    const area = isInState ? `USA-${state}` : (TERRITORIES.get(country) ?? NO_COUNTRY);
    return { latitude: Number(columns[4]), longitude: Number(columns[5]), area };
  });
}

/**
 * Leaves out the towns that never decide: those whose cell of the Voronoi diagram touches only cells of the same area.
 * Without such a town its cell falls to those neighbours, so the nearest town's area stays the same everywhere on the plane.
 * Of towns at the same coordinates the first counts.
 */
export function reduceTowns(towns: readonly Town[]): readonly Town[] {
  const seen = new Set<string>();
  const distinct = towns.filter(({ latitude, longitude }) => {
    const key = `${latitude} ${longitude}`;
    return !seen.has(key) && seen.add(key);
  });
  const { triangles } = Delaunator.from(
    distinct,
    ({ longitude }) => longitude,
    ({ latitude }) => latitude,
  );
  const decides = new Set<number>();
  for (let corner = 0; corner < triangles.length; corner++) {
    const next = corner % 3 === 2 ? corner - 2 : corner + 1;
    const [a, b] = [triangles[corner]!, triangles[next]!];
    if (distinct[a]!.area !== distinct[b]!.area) decides.add(a).add(b);
  }
  return distinct.filter((_, index) => decides.has(index));
}
