import { expect, it } from 'vitest';
import { concludeAnimal } from '../../src/domain/conclude-animal';
import { parseGeofence } from '../../src/domain/geofence';
import { rollUp, geofenceAnimal, ROLLUP_LEVELS } from '../../src/domain/rollup';
import { createTaxonRules } from '../../src/domain/taxon-rules';
import { parseTaxonomy } from '../../src/domain/taxonomy';
import { describeGolden } from './golden-folder';

type Step = readonly [label: string, score: number, source: string] | null;

interface RollupCase {
  readonly id: string;
  readonly note: string;
  readonly labels: readonly string[];
  readonly scores: readonly number[];
  readonly options: {
    readonly rollup: boolean;
    readonly country: string | null;
    readonly admin1_region: string | null;
    readonly rollup_target_confidence: number;
  };
  readonly expected: { readonly class: string; readonly score: number };
  readonly steps: { readonly geofence: Step; readonly rollup_alone: Step };
}

interface RollupVectors {
  readonly shared: { readonly taxonomy: readonly string[]; readonly geofence: unknown };
  readonly cases: readonly RollupCase[];
}

describeGolden<RollupVectors>('megadetector/rollup.json', ({ shared, cases }) => {
  const taxonomy = parseTaxonomy(shared.taxonomy.join('\n'));
  const geofence = parseGeofence(shared.geofence);

  it.each(cases)('$id $note', ({ labels, scores, options, expected, steps }) => {
    const place = { country: options.country, admin1Region: options.admin1_region };
    const rules = createTaxonRules({ taxonomy, geofence, place, isGeofenceOn: true });
    const candidates = { classes: labels, scores };
    const animal = concludeAnimal(candidates, rules, {
      isRollupOn: options.rollup,
      target: options.rollup_target_confidence,
    });
    expect([animal.label, animal.score]).toEqual([expected.class, expected.score]);
    expect(animal.raw).toEqual(candidates);

    const fenced = geofenceAnimal(candidates, rules);
    if (steps.geofence !== null) expect([fenced.label, fenced.score, fenced.source]).toEqual(steps.geofence);
    const rolled = rollUp(candidates, ROLLUP_LEVELS, options.rollup_target_confidence, rules);
    expect(rolled === null ? null : [rolled.label, rolled.score, rolled.source]).toEqual(steps.rollup_alone);
  });
});
