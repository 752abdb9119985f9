import type { PlaceLookUp } from '../domain/geolocation';
import { NO_COUNTRY, placeOfArea } from './area-name';
import { unpackNumbers } from './packed-numbers';
import { TOWN_STEPS, type PackedTowns } from './packed-towns';

/**
 * Looks among towns as the reference does among its own (speciesnet 5.0.4 with reverse_geocoder 1.5.1): distance is that of
 * a plane of degrees, so degrees of longitude count in full everywhere and nothing is near across the 180th meridian.
 */
export function createNearestTown({ areas, towns }: PackedTowns): PlaceLookUp {
  const numbers = unpackNumbers(towns);
  const places = areas.split(' ').map((area) => (area === NO_COUNTRY ? null : placeOfArea(area)));
  const latitudes: number[] = [];
  const longitudes: number[] = [];
  const placeOf: number[] = [];
  let [at, x, y] = [0, 0, 0];
  for (let place = 0; place < places.length; place++) {
    const end = at + 1 + 2 * numbers[at]!;
    for (at += 1; at < end; at += 2) {
      y += numbers[at]!;
      x += numbers[at + 1]!;
      latitudes.push(y / TOWN_STEPS);
      longitudes.push(x / TOWN_STEPS);
      placeOf.push(place);
    }
  }
  return (latitude, longitude) => {
    let [best, nearest] = [Infinity, 0];
    for (let town = 0; town < latitudes.length; town++) {
      const distance = (latitudes[town]! - latitude) ** 2 + (longitudes[town]! - longitude) ** 2;
      if (distance < best) [best, nearest] = [distance, town];
    }
    return places[placeOf[nearest]!]!;
  };
}
