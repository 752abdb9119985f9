import { describe, expect, it } from 'vitest';
import { DOG, LEOPARD, LION, MAMMAL, PANTHERA, SMALL_GEOFENCE, SMALL_TAXONOMY } from '../../test/small-package';
import type { DetectionLabel } from './detection';
import { decide } from './ensemble';
import { DECISION_TABLE } from './ensemble-table';
import type { EnsembleRule } from './prediction';
import { ANIMAL, BLANK, HUMAN, UNKNOWN, VEHICLE } from './special-labels';
import { createTaxonRules } from './taxon-rules';

type Candidate = readonly [label: string, score: number];

const RULES = createTaxonRules({
  taxonomy: SMALL_TAXONOMY,
  geofence: SMALL_GEOFENCE,
  place: { country: 'KEN', admin1Region: null },
  isGeofenceOn: true,
});

function decideFor(detected: DetectionLabel | null, conf: number, candidates: readonly Candidate[]) {
  const { label, score, source, rule } = decide(
    {
      candidates: { classes: candidates.map(([name]) => name), scores: candidates.map(([, value]) => value) },
      detections: detected === null ? [] : [{ label: detected, conf }],
    },
    RULES,
  );
  return [rule, label, score, source];
}

describe('decide', () => {
  it.each<[DetectionLabel | null, number, readonly Candidate[], EnsembleRule, string, number, string]>([
    ['human', 0.71, [[LION, 0.99]], '1a', HUMAN, 0.71, 'detector'],
    ['human', 0.3, [[VEHICLE, 0.6]], '1b', HUMAN, 0.6, 'classifier'],
    ['vehicle', 0.9, [[HUMAN, 0.6]], '2a', HUMAN, 0.6, 'classifier'],
    ['vehicle', 0.9, [[LION, 0.99]], '2b', VEHICLE, 0.9, 'detector'],
    ['vehicle', 0.3, [[VEHICLE, 0.41]], '2c', VEHICLE, 0.41, 'classifier'],
    [null, 0, [[BLANK, 0.51]], '3a', BLANK, 0.51, 'classifier'],
    ['animal', 0.9, [[BLANK, 0.995]], '3b', BLANK, 0.995, 'classifier'],
    [null, 0, [[LION, 0.81]], '4a', LION, 0.81, 'classifier'],
    ['animal', 0.21, [[LION, 0.66]], '4b', LION, 0.66, 'classifier'],
    [null, 0, [[LION, 0.4], [LEOPARD, 0.35]], '5a', PANTHERA, 0.75, 'classifier+rollup_to_genus'], // prettier-ignore
    ['animal', 0.51, [[LION, 0.3], [BLANK, 0.2]], '5b', ANIMAL, 0.51, 'detector'], // prettier-ignore
    ['animal', 0.5, [[LION, 0.3], [BLANK, 0.2]], '5c', UNKNOWN, 0.3, 'classifier'], // prettier-ignore
    // Exactly on a limit no strict comparison holds.
    ['human', 0.7, [[DOG, 0.1]], '5c', UNKNOWN, 0.1, 'classifier'],
    ['animal', 0.2, [[BLANK, 0.6]], '5c', UNKNOWN, 0.6, 'classifier'],
    // A confident human without a box is rolled up like any mammal: only rules 1 and 2 know humans.
    [null, 0, [[HUMAN, 0.9]], '5a', MAMMAL, 0.9, 'classifier+rollup_to_class'],
  ])('%s %d %j → %s', (detected, conf, candidates, ...expected) => {
    expect(decideFor(detected, conf, candidates)).toEqual(expected);
  });

  it('fails without candidates', () => expect(() => decideFor(null, 0, [])).toThrow('at least one class'));

  it('has its rules in the reference’s order', () => {
    expect(DECISION_TABLE.map(({ rule }) => rule)).toEqual('1a 1b 2a 2b 2c 3a 3b 4a 4b'.split(' '));
  });
});
