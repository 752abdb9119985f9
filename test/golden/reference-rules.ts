import { parseGeofence, type GeofenceTable } from '../../src/domain/geofence';
import { createTaxonRules } from '../../src/domain/taxon-rules';
import type { TaxonRules } from '../../src/domain/rollup';
import { parseTaxonomy } from '../../src/domain/taxonomy';
import { readGolden, readReferencePackage } from './golden-folder';

/** Where a case of the vectors takes place, in the reference's words. */
export interface GoldenPlace {
  readonly country: string | null;
  readonly admin1_region: string | null;
  readonly enable_geofence: boolean;
}

/** The geofence map that geofence.json and ensemble.json belong to. */
export function readGoldenGeofence(): GeofenceTable {
  return parseGeofence((readGolden('speciesnet/geofence_map.json') as { map: unknown }).map);
}

/** Makes the rules of a case's place, over the reference package's taxonomy. */
export function createGoldenRules(geofence: GeofenceTable): (place: GoldenPlace) => TaxonRules {
  const taxonomy = parseTaxonomy(readReferencePackage('taxonomy_release.txt'));
  return (place) =>
    createTaxonRules({
      taxonomy,
      geofence,
      place: { country: place.country, admin1Region: place.admin1_region },
      isGeofenceOn: place.enable_geofence,
    });
}
