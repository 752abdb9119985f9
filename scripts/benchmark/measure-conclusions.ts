import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseGeofence } from '../../src/domain/geofence';
import { parseLabels } from '../../src/domain/label-list';
import { parsePackageInfo } from '../../src/domain/package-info';
import { parseTaxonomy } from '../../src/domain/taxonomy';
import { createConclusions } from '../../src/pipeline/conclude';
import { onePlaceRules } from '../../test/one-place-rules';
import { syntheticInferences } from '../../test/synthetic-inferences';

const COUNT = 100_000;
const COUNTRIES = ['USA', 'KEN', 'AUS', 'GBR', 'BRA'];

/** Concludes 100,000 stored results for one country after another with a package's own tables; one thread, Node. */
export function measureConclusions(packageFolder: string, say: (line: string) => void): void {
  const read = (name: string | null) => readFileSync(join(packageFolder, name ?? ''), 'utf8');
  const info = parsePackageInfo(JSON.parse(read('info.json')));
  const tables = {
    labels: parseLabels(read(info.classifierLabels)),
    taxonomy: parseTaxonomy(read(info.taxonomy)),
    geofence: parseGeofence(JSON.parse(read(info.geofence))),
    packageType: info.type,
    mode: 'species',
    isGeofenceOn: true,
    isRollupOn: true,
  } as const;
  const facts = [...syntheticInferences({ count: COUNT, seed: 1, labels: tables.labels })];
  say(`\n${COUNT.toLocaleString('en')} stored results concluded anew, ${tables.labels.length} labels:`);
  for (const country of COUNTRIES) {
    const started = performance.now();
    const conclude = createConclusions(onePlaceRules({ ...tables, place: { country, admin1Region: null } }));
    let concluded = 0;
    for (const fact of facts) if (conclude(fact).prediction !== null) concluded += 1;
    say(`${country}  ${(performance.now() - started).toFixed(0).padStart(5)} ms, ${concluded} predictions`);
  }
}
