import { describe, expect, it } from 'vitest';
import { regionOf } from '../../src/domain/geolocation';
import { createPlaceOf } from '../../src/domain/image-place';
import { parseInstances } from '../../src/domain/parse-instances';
import { loadPlaceFinder } from '../../src/places/load-place-finder';
import { describeGolden } from './golden-folder';

interface InstancesCase {
  readonly id: string;
  readonly tag: string;
  readonly in: {
    readonly args: {
      readonly instances_dict?: { readonly instances?: unknown };
      readonly country?: string | null;
      readonly admin1_region?: string | null;
    };
  };
  readonly out: { readonly error?: string; readonly result: unknown };
}

const finder = await loadPlaceFinder();

/** A survey's place is what `--country` and `--admin1_region` are, so its images must get what the reference's instances get. */
describeGolden<{ cases: readonly InstancesCase[] }>('speciesnet/instances.json', ({ cases }) => {
  const usable = cases.filter(({ in: { args }, out }) => out.error === undefined && isReadable(args.instances_dict));

  it('has cases for this', () => {
    expect(usable.length).toBeGreaterThan(0);
  });

  describe.each(usable)('$id $tag', ({ in: { args }, out }) => {
    it('places each image as the reference', () => {
      const place = { country: args.country ?? null, admin1Region: args.admin1_region ?? null };
      const placeOf = createPlaceOf({ place, folderPlaces: [], placeFromCoordinates: false }, finder);
      const placed = parseInstances(args.instances_dict).map((instance) => {
        const { country, admin1Region, latitude, longitude } = placeOf({ ...instance, instance, exif: null });
        return { country, admin1Region, latitude, longitude };
      });
      const expected = parseInstances(out.result).map((instance) => {
        const { country, latitude, longitude } = instance;
        return { country, admin1Region: regionOf(instance, finder.nearestTown), latitude, longitude };
      });
      expect(placed).toEqual(expected);
    });
  });
});

/** The reference takes any object as instances; of those that are refused here others tell (parse-instances.test.ts). */
function isReadable(value: unknown): boolean {
  try {
    return parseInstances(value).length > 0;
  } catch {
    return false;
  }
}
