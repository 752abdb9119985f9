import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseGeofence } from '../../src/domain/geofence';
import { parseLabels } from '../../src/domain/label-list';
import { parsePackageInfo } from '../../src/domain/package-info';
import { parseTaxonomy } from '../../src/domain/taxonomy';
import type { Inference } from '../../src/domain/inference';
import { openPackedFacts } from '../../src/domain/packed-facts/open-packed-facts';
import { packFacts } from '../../src/domain/packed-facts/pack-facts';
import type { StoredFact } from '../../src/domain/packed-facts/stored-fact';
import { createConclusions } from '../../src/pipeline/conclude';
import { onePlaceRules } from '../../test/one-place-rules';
import { syntheticInferences } from '../../test/synthetic-inferences';

const COUNT = 100_000;
/** As the storage has them. */
const FACTS_PER_PAGE = 500;
const COUNTRIES = ['USA', 'KEN', 'AUS', 'GBR', 'BRA'];

/**
 * Concludes 100,000 stored results for one country after another with a package's own tables, as objects and out of columns, with
 * a species for each image; one thread, Node.
 */
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
  const packed = packAll(facts);
  say(`\n${COUNT.toLocaleString('en')} stored results concluded anew, ${tables.labels.length} labels:`);
  for (const country of COUNTRIES) {
    const rules = onePlaceRules({ ...tables, place: { country, admin1Region: null } });
    const concludeAll = (all: readonly (Inference | StoredFact)[]) => {
      const started = performance.now();
      const conclude = createConclusions(rules);
      let concluded = 0;
      for (const fact of all) if (conclude(fact).prediction !== null) concluded += 1;
      return { ms: (performance.now() - started).toFixed(0).padStart(5), concluded };
    };
    const { ms, concluded } = concludeAll(facts);
    say(`${country}  ${ms} ms as objects, ${concludeAll(packed).ms} ms out of columns, ${concluded} predictions`);
  }
}

function packAll(facts: readonly Inference[]): readonly StoredFact[] {
  const pages = Array.from({ length: Math.ceil(facts.length / FACTS_PER_PAGE) }, (_, page) =>
    packFacts(facts.slice(page * FACTS_PER_PAGE, (page + 1) * FACTS_PER_PAGE)),
  );
  return pages.flatMap((page) => openPackedFacts(page).facts());
}
