import type { ConclusionRules } from '../../domain/conclusion-rules';
import { EMPTY_GEOFENCE, parseGeofence } from '../../domain/geofence';
import { parseLabels } from '../../domain/label-list';
import type { ModelPackage } from '../../domain/model-package';
import type { SurveySettings } from '../../domain/survey';
import { parseTaxonomy } from '../../domain/taxonomy';
import type { AppStorage } from '../../storage/app-storage';

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

export function rulesFor(tables: PackageTables, settings: SurveySettings): ConclusionRules {
  return { ...tables, mode: settings.mode, place: settings.place, isGeofenceOn: settings.geofence, isRollupOn: true };
}
