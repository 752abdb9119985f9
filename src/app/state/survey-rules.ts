import type { ConclusionRules } from '../../domain/conclusion-rules';
import { EMPTY_GEOFENCE, parseGeofence } from '../../domain/geofence';
import type { PlaceFinder } from '../../domain/geolocation';
import { createPlaceOf } from '../../domain/image-place';
import { parseLabels } from '../../domain/label-list';
import type { ModelPackage } from '../../domain/model-package';
import { applyOwnRules } from '../../domain/own-geofence';
import type { Survey } from '../../domain/survey';
import { parseTaxonomy } from '../../domain/taxonomy';
import type { SurveyRules } from '../../pipeline/conclude';
import type { AppStorage } from '../../storage/app-storage';
import type { SurveyDecisions } from './survey-decisions';

/** A package's tables, read and parsed. */
export type PackageTables = Pick<ConclusionRules, 'labels' | 'taxonomy' | 'geofence' | 'packageType'>;

/** Reads each package's tables once: a geofence of 14 MB takes a moment. */
export function createTableReader(packages: AppStorage['packages']): (owner: ModelPackage) => Promise<PackageTables> {
  let last: { readonly id: string; readonly tables: Promise<PackageTables> } | null = null;
  return (owner) => {
    if (last?.id === owner.id) return last.tables;
    const tables = readTables(packages, owner);
    last = { id: owner.id, tables };
    tables.catch(() => {
      last = null; // read again next time
    });
    return tables;
  };
}

async function readTables(packages: AppStorage['packages'], owner: ModelPackage): Promise<PackageTables> {
  const { labels, taxonomy, geofence } = await packages.readRuleTexts(owner);
  return {
    packageType: owner.type,
    labels: labels === null ? [] : parseLabels(labels),
    taxonomy: parseTaxonomy(taxonomy ?? ''),
    geofence: geofence === null ? EMPTY_GEOFENCE : parseGeofence(JSON.parse(geofence)),
  };
}

/**
 * What the survey's conclusions are made with. `finder` = null: coordinates tell nothing. Rejected detections are asked for at
 * each conclusion: a few images can follow a verdict under the same rules.
 */
export function rulesFor(
  tables: PackageTables,
  { settings, extraLabels }: Survey,
  decisions: () => SurveyDecisions,
  finder: PlaceFinder | null,
): SurveyRules {
  const { places } = decisions();
  const placeOf = createPlaceOf(settings, finder);
  // Of an empty table nothing is asked: the browser would number the letters of 200,000 paths for it.
  const instanceOf = (filepath: string) => (places.size === 0 ? null : (places.get(filepath) ?? null));
  return {
    ...tables,
    labels: extraLabels.length === 0 ? tables.labels : [...tables.labels, ...extraLabels],
    geofence: applyOwnRules(tables.geofence, settings.ownGeofence),
    mode: settings.mode,
    place: settings.place,
    isGeofenceOn: settings.geofence,
    isRollupOn: settings.rollup,
    speciesPer: settings.speciesPer,
    placeOf: ({ filepath, location }) => placeOf({ filepath, instance: instanceOf(filepath), exif: location }),
    rejectedOf(filepath) {
      const { rejected } = decisions();
      return rejected.size === 0 ? null : (rejected.get(filepath) ?? null);
    },
  };
}

/** True when coordinates can tell something: only then the boundaries of countries are worth loading. */
export function needsPlaceFinder({ settings }: Survey, { places }: SurveyDecisions): boolean {
  if (settings.placeFromCoordinates) return true;
  return [...places.values()].some(({ latitude, longitude }) => latitude !== null && longitude !== null);
}
