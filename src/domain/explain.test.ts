import { describe, expect, it } from 'vitest';
import {
  CARNIVORA,
  DOG,
  LEOPARD,
  LION,
  PANTHERA,
  SMALL_GEOFENCE,
  SMALL_LABELS,
  SMALL_TAXONOMY,
} from '../../test/small-package';
import { syntheticInferences } from '../../test/synthetic-inferences';
import { concludeFrom, type ConclusionRules } from './conclusion-rules';
import { explainPrediction } from './explain';
import type { Inference } from './inference';
import { applyOwnRules } from './own-geofence';
import { ANIMAL, UNKNOWN } from './special-labels';
import { createTaxonRules } from './taxon-rules';

const RULES: ConclusionRules = {
  labels: SMALL_LABELS,
  taxonomy: SMALL_TAXONOMY,
  geofence: SMALL_GEOFENCE,
  packageType: 'always_crop',
  place: { country: 'ISL', admin1Region: null },
  isGeofenceOn: true,
  isRollupOn: true,
  mode: 'species',
};

/** An image with one sure animal and these candidates. */
function boxOf(...candidates: readonly (readonly [label: string, score: number])[]): Inference {
  const classes = candidates.map(([label]) => SMALL_LABELS.indexOf(label));
  return {
    filepath: 'a.jpg',
    size: { width: 4, height: 3 },
    capturedAt: null,
    detections: [{ category: '1', label: 'animal', conf: 0.9, bbox: [0, 0, 1, 1] }],
    crops: { '0': { classes, scores: candidates.map(([, score]) => score) } },
    failures: [],
    problem: null,
  };
}

/** Both switches in all their states. */
const STATES = [
  [true, true],
  [false, true],
  [true, false],
  [false, false],
] as const;

describe('explainPrediction', () => {
  it.each(STATES)('agrees with the ensemble: geofence %s, roll-up %s', (isGeofenceOn, isRollupOn) => {
    const rules = { ...RULES, isGeofenceOn, isRollupOn };
    const taxonRules = createTaxonRules(rules);
    for (const inference of syntheticInferences({ count: 3_000, seed: 11, labels: SMALL_LABELS })) {
      const prediction = concludeFrom(inference, rules, taxonRules);
      const explanation = explainPrediction(inference, rules);
      expect(explanation?.prediction ?? null).toStrictEqual(prediction);
      if (explanation === null || prediction === null) continue;
      const decided = explanation.checks.find((check) => check.holds);
      expect(decided?.rule ?? '5').toBe(prediction.rule.startsWith('5') ? '5' : prediction.rule);
      const accepted = explanation.rollup.find((step) => step.isAbove);
      const isRolledUp = prediction.source.includes('rollup_to_');
      expect(accepted !== undefined).toBe(isRolledUp);
      if (accepted !== undefined) {
        expect([accepted.best?.label, accepted.best?.sum]).toEqual([prediction.label, prediction.score]);
        expect(prediction.source.endsWith(`rollup_to_${accepted.level}`)).toBe(true);
      }
      expect(explanation.isRollupSkipped).toBe(!isRollupOn && prediction.rule.startsWith('5'));
      const fences = explanation.candidates.map(({ fence }) => fence);
      expect(fences.map((fence) => fence !== null)).toEqual(
        explanation.candidates.map(({ label }) => taxonRules.isFencedOut(label)),
      );
      if (!isGeofenceOn) expect(fences.every((fence) => fence === null)).toBe(true);
    }
  });

  it.each<[boolean, boolean, object]>([
    [true, true, { prediction: { rule: '5a', label: CARNIVORA }, isRollupSkipped: false }],
    [false, true, { prediction: { rule: '5a', label: PANTHERA }, isRollupSkipped: false }],
    [true, false, { prediction: { rule: '5b', label: ANIMAL }, isRollupSkipped: true, rollup: [] }],
    [false, false, { prediction: { rule: '5b', label: ANIMAL }, isRollupSkipped: true, rollup: [] }],
  ])('tells when roll-up is switched off: geofence %s, roll-up %s', (isGeofenceOn, isRollupOn, expected) => {
    const rules = { ...RULES, isGeofenceOn, isRollupOn };
    expect(explainPrediction(boxOf([LION, 0.5], [LEOPARD, 0.25]), rules)).toMatchObject(expected);
  });

  it('tells which candidates a person’s own list blocks, and by which of its rules', () => {
    const cats = { taxon: 'mammalia;carnivora;felidae;;', country: 'KEN', admin1Region: null } as const;
    const geofence = applyOwnRules(SMALL_GEOFENCE, [{ ...cats, rule: 'block' }]);
    const rules: ConclusionRules = { ...RULES, geofence, place: { country: 'KEN', admin1Region: null } };
    const explanation = explainPrediction(boxOf([LION, 0.875], [DOG, 0.0625], [LEOPARD, 0.03125]), rules);
    const own = {
      reason: 'country-blocked',
      origin: 'own',
      taxon: 'mammalia;carnivora;felidae;;',
      rule: { kind: 'block', country: 'KEN', regions: [] },
    };
    expect(explanation?.candidates).toEqual([
      { label: LION, score: 0.875, fence: own },
      { label: DOG, score: 0.0625, fence: null },
      { label: LEOPARD, score: 0.03125, fence: own },
    ]);
    expect(explanation?.topClassFence).toEqual(own);
    expect(explanation?.rollup[0]).toMatchObject({ level: 'family', fencedOut: [{ ...own, sum: 0.90625 }] });
    expect(explanation?.prediction).toMatchObject({ label: CARNIVORA, source: 'classifier+geofence+rollup_to_order' });
  });

  it('tells what the geofence took out, level by level', () => {
    const explanation = explainPrediction(boxOf([LION, 0.875], [LEOPARD, 0.0625]), RULES);
    expect(explanation).toMatchObject({
      prediction: { rule: '4a', source: 'classifier+geofence+rollup_to_order', score: 0.9375 },
      detector: { label: 'animal', conf: 0.9, hasBox: true },
      classifier: { label: LION, score: 0.875, crop: '0' },
      candidates: [
        { label: LION, score: 0.875, fence: { reason: 'country-not-allowed', origin: 'release' } },
        { label: LEOPARD, score: 0.0625, fence: null },
      ],
      topClassFence: { reason: 'country-not-allowed', origin: 'release', rule: { kind: 'allow' } },
      rollup: [
        {
          level: 'family',
          best: null,
          isAbove: false,
          fencedOut: [{ sum: 0.9375, reason: 'country-blocked', origin: 'release' }],
        },
        { level: 'order', best: { sum: 0.9375 }, isAbove: true, fencedOut: [] },
      ],
      isRollupSkipped: false,
    });
    expect(explanation?.checks.at(-1)).toEqual({
      rule: '4a',
      holds: true,
      comparisons: [
        { of: 'top-class', expected: 'animal', actual: LION, holds: true },
        { of: 'score', value: 0.875, is: 'above', limit: 0.8, holds: true },
      ],
    });
  });

  it('has nothing to say without a conclusion', () => {
    const none: Inference = {
      filepath: 'a.jpg',
      size: null,
      capturedAt: null,
      detections: null,
      crops: {},
      failures: ['CLASSIFIER', 'DETECTOR'],
      problem: null,
    };
    expect(explainPrediction(none, RULES)).toBeNull();
  });

  it('knows an image without boxes as an animal with conf 0', () => {
    const inference: Inference = {
      filepath: 'a.jpg',
      size: { width: 4, height: 3 },
      capturedAt: null,
      detections: [],
      crops: { image: { classes: [0], scores: [0.25] } },
      failures: [],
      problem: null,
    };
    const explanation = explainPrediction(inference, { ...RULES, isGeofenceOn: false });
    expect(explanation?.detector).toEqual({ label: 'animal', conf: 0, hasBox: false });
    expect(explanation?.prediction).toEqual({ label: UNKNOWN, score: 0.25, source: 'classifier', rule: '5c' });
    expect(explanation?.rollup.map(({ level }) => level)).toEqual(['genus', 'family', 'order', 'class', 'kingdom']);
    expect(explanation?.rollup.at(-1)?.best).toEqual({ label: ANIMAL, sum: 0.25 });
  });
});
