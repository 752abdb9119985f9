import { createFolderLookUp, type FolderPlace } from './folder-places';
import { regionOf, type Coordinates, type Geolocation, type PlaceFinder } from './geolocation';
import { isGiven } from './place';
import type { Place } from './survey';

/** What a survey says about the places of its images. */
export interface PlaceSettings {
  /** The survey's own place. */
  readonly place: Place;
  /** In any order. */
  readonly folderPlaces: readonly FolderPlace[];
  /** Whether a country may come from coordinates where nothing else gives one, and whether EXIF coordinates count at all. */
  readonly placeFromCoordinates: boolean;
}

/** What is known of one image. */
export interface ImageToPlace {
  /** Relative to the survey's folder, forward slashes. */
  readonly filepath: string;
  /** What an instances file says of it; null without one. */
  readonly instance: Geolocation | null;
  /** The camera's own coordinates, from the image's EXIF data. */
  readonly exif: Coordinates | null;
}

/** What gave an image its country: its instance's or its EXIF data's coordinates included; `none`: it has no country. */
export type PlaceSource = 'folder' | 'survey' | 'instance' | 'exif' | 'none';

/** The place that counts for an image, and why. */
export interface ImagePlace extends Geolocation {
  readonly source: PlaceSource;
  /** The country was found by the coordinates; nobody wrote it down. */
  readonly isCountryDerived: boolean;
  /** The same of the region. */
  readonly isRegionDerived: boolean;
  /** The folder whose place counts, when `source` is `folder`. */
  readonly folder?: string;
  /** The country was found by coordinates that are near another one: see `FoundPlace`. */
  readonly isNearBorder?: true;
}

/**
 * Prepares the answer to: which place counts for an image? In order: that of the deepest folder that contains it, the survey's,
 * its instance's, and with `placeFromCoordinates` the one at its coordinates. A survey's country replaces the instance's
 * and leaves it its region unless it brings one, as the reference's `--country` does (speciesnet 5.0.4,
 * prepare_instances_dict); a folder's does the same, but never keeps the region of another country.
 *
 * A given country without a region then gets the reference's (regionOf), if there are coordinates: the instance's, or those of
 * EXIF with `placeFromCoordinates`, which the reference does not read. Without a finder nothing is derived.
 */
export function createPlaceOf(
  settings: PlaceSettings,
  finder: PlaceFinder | null,
): (image: ImageToPlace) => ImagePlace {
  const folderOf = createFolderLookUp(settings.folderPlaces);
  const { place, placeFromCoordinates } = settings;
  /** Of images of which nothing else is known: the same object for all of one folder, for there may be 200,000. */
  const plain = new Map<FolderPlace | null, ImagePlace>();
  return ({ filepath, instance, exif }) => {
    const known = withCoordinates(instance ?? NOTHING, placeFromCoordinates ? exif : null);
    const folder = folderOf(filepath);
    if (known !== NOTHING) return placeOf(known, folder, instance);
    const found = plain.get(folder);
    if (found !== undefined) return found;
    const made = placeOf(known, folder, null);
    plain.set(folder, made);
    return made;
  };

  function placeOf(known: Geolocation, folder: FolderPlace | null, instance: Geolocation | null): ImagePlace {
    if (folder !== null) {
      const isOtherCountry = known.country !== folder.place.country;
      const given = withPlace(isOtherCountry ? { ...known, admin1Region: null } : known, folder.place);
      return { ...withRegion(given, 'folder', finder), folder: folder.folder };
    }
    if (isGiven(place.country)) return withRegion(withPlace(known, place), 'survey', finder);
    if (isGiven(known.country)) return withRegion(known, 'instance', finder);
    const source = hasCoordinates(instance ?? NOTHING) ? 'instance' : 'exif';
    return (placeFromCoordinates ? atCoordinates(known, source, finder) : null) ?? withRegion(known, 'none', finder);
  }
}

const NOTHING: Geolocation = { country: null, admin1Region: null, latitude: null, longitude: null };

/** Half a coordinate of an instance stays half: it is not completed from another source. */
function hasCoordinates({ latitude, longitude }: Geolocation): boolean {
  return latitude !== null || longitude !== null;
}

function withCoordinates(known: Geolocation, exif: Coordinates | null): Geolocation {
  if (exif === null || hasCoordinates(known)) return known;
  return { ...known, latitude: exif.latitude, longitude: exif.longitude };
}

function withPlace(known: Geolocation, { country, admin1Region }: Place): Geolocation {
  return { ...known, country, admin1Region: isGiven(admin1Region) ? admin1Region : known.admin1Region };
}

function withRegion(known: Geolocation, source: PlaceSource, finder: PlaceFinder | null): ImagePlace {
  const admin1Region = regionOf(known, finder?.nearestTown ?? (() => null));
  const isRegionDerived = admin1Region !== null && !isGiven(known.admin1Region);
  const { country, latitude, longitude } = known;
  return { country, admin1Region, latitude, longitude, source, isCountryDerived: false, isRegionDerived };
}

/** Country and state by borders. The reference has no such step, so nothing here has to follow its nearest town. */
function atCoordinates(known: Geolocation, source: PlaceSource, finder: PlaceFinder | null): ImagePlace | null {
  const { latitude, longitude } = known;
  if (finder === null || latitude === null || longitude === null) return null;
  const found = finder.find(latitude, longitude);
  if (found === null || found.country === null) return null;
  const { country, admin1Region } = found;
  const isRegionDerived = admin1Region !== null;
  const place = { country, admin1Region, latitude, longitude, source, isCountryDerived: true, isRegionDerived };
  return found.isNearBorder ? { ...place, isNearBorder: true } : place;
}
