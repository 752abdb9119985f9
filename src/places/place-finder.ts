import type { FoundPlace, PlaceFinder } from '../domain/geolocation';
import { placeOfArea } from './area-name';
import { areaAt, createBorderIndex, nearestArea, NO_AREA, type BorderIndex } from './border-index';
import { createNearestTown } from './nearest-town';
import type { PackedBorders } from './packed-borders';
import type { PackedTowns } from './packed-towns';

/** How far from land a coordinate still counts as its country's: 200 nautical miles, the exclusive economic zone. */
const LAND_LIMIT_KM = 370.4;
/** Natural Earth's borders (1:10 million) are within about 1 km; a camera's coordinates are often rounded to 0.01 degrees. */
const NEAR_BORDER_KM = 5;
/** South of it all land is Antarctica, by treaty and in ISO 3166-1. */
const ANTARCTIC_LATITUDE = -60;
/** Answers that are kept: far more than a survey has stations. */
const REMEMBERED = 50_000;

/** The data of a finder. US states and territories have lines of their own, which go before those of the countries. */
export interface PlaceData {
  readonly countries: PackedBorders;
  readonly states: PackedBorders;
  readonly towns: PackedTowns;
}

/** Builds a finder. It remembers its answers, as images of one station share their coordinates. */
export function createPlaceFinder({ countries, states, towns }: PlaceData): PlaceFinder {
  const indexes = [createBorderIndex(states), createBorderIndex(countries)];
  return {
    find: remembering((latitude, longitude) => findByBorders(indexes, latitude, longitude)),
    nearestTown: remembering(createNearestTown(towns)),
  };
}

interface FoundArea {
  readonly index: BorderIndex;
  readonly area: number;
  readonly km: number;
}

function findByBorders(indexes: readonly BorderIndex[], latitude: number, longitude: number): FoundPlace | null {
  if (latitude < ANTARCTIC_LATITUDE) return { country: 'ATA', admin1Region: null, isNearBorder: false, landKm: 0 };
  const found = landAt(indexes, latitude, longitude) ?? nearestLand(indexes, latitude, longitude, LAND_LIMIT_KM, null);
  if (found === null) return null;
  // An islet that the data leave out lies anywhere between the point and the land found: hence twice the distance.
  const limitKm = 2 * found.km + NEAR_BORDER_KM;
  const isNearBorder = nearestLand(indexes, latitude, longitude, limitKm, found) !== null;
  return { ...placeOfArea(found.index.areas[found.area]!), isNearBorder, landKm: found.km };
}

function landAt(indexes: readonly BorderIndex[], latitude: number, longitude: number): FoundArea | null {
  for (const x of turnsOf(longitude)) {
    for (const index of indexes) {
      const area = areaAt(index, x, latitude);
      if (area !== NO_AREA) return { index, area, km: 0 };
    }
  }
  return null;
}

function nearestLand(
  indexes: readonly BorderIndex[],
  latitude: number,
  longitude: number,
  limitKm: number,
  except: FoundArea | null,
): FoundArea | null {
  let best: FoundArea | null = null;
  for (const x of turnsOf(longitude)) {
    for (const index of indexes) {
      const exceptArea = except?.index === index ? except.area : NO_AREA;
      const near = nearestArea(index, x, latitude, { limitKm: best?.km ?? limitKm, except: exceptArea });
      if (near !== null) best = { index, ...near };
    }
  }
  return best;
}

/** The longitudes at which a point may be drawn: lines go beyond 180 degrees, and land may be near across the meridian. */
function turnsOf(longitude: number): readonly number[] {
  if (longitude < -150) return [longitude, longitude + 360];
  return longitude > 150 ? [longitude, longitude - 360] : [longitude];
}

/** What is no coordinate has no place. */
function isCoordinate(latitude: number, longitude: number): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

function remembering<Answer>(ask: (latitude: number, longitude: number) => Answer | null) {
  const answers = new Map<string, Answer | null>();
  return (latitude: number, longitude: number): Answer | null => {
    const key = `${latitude} ${longitude}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = isCoordinate(latitude, longitude) ? ask(latitude, longitude) : null;
    if (answers.size >= REMEMBERED) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
