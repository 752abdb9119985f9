import { describe, expect, it } from 'vitest';
import { LEOPARD, LION, SMALL_GEOFENCE, SMALL_LABELS, SMALL_TAXONOMY } from '../../test/small-package';
import { syntheticInferences } from '../../test/synthetic-inferences';
import { concludeFrom, type ConclusionRules } from './conclusion-rules';
import { explainPrediction } from './explain';
import type { Inference } from './inference';
import { ANIMAL, UNKNOWN } from './special-labels';
import { createTaxonRules } from './taxon-rules';

const RULES: ConclusionRules = {
  labels: SMALL_LABELS,
  taxonomy: SMALL_TAXONOMY,
  geofence: SMALL_GEOFENCE,
  packageType: 'always_crop',
  place: { country: 'ISL', admin1Region: null },
  isGeofenceOn: true,
  mode: 'species',
};

describe('explainPrediction', () => {
  it('agrees with the ensemble', () => {
    const taxonRules = createTaxonRules(RULES);
    for (const inference of syntheticInferences({ count: 3_000, seed: 11, labels: SMALL_LABELS })) {
      const prediction = concludeFrom(inference, RULES, taxonRules);
      const explanation = explainPrediction(inference, RULES);
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
    }
  });

  it('tells what the geofence took out, level by level', () => {
    const inference: Inference = {
      filepath: 'a.jpg',
      size: { width: 4, height: 3 },
      capturedAt: null,
      detections: [{ category: '1', label: 'animal', conf: 0.9, bbox: [0, 0, 1, 1] }],
      crops: { '0': { classes: [SMALL_LABELS.indexOf(LION), SMALL_LABELS.indexOf(LEOPARD)], scores: [0.875, 0.0625] } },
      failures: [],
      problem: null,
    };
    const explanation = explainPrediction(inference, RULES);
    expect(explanation).toMatchObject({
      prediction: { rule: '4a', source: 'classifier+geofence+rollup_to_order', score: 0.9375 },
      detector: { label: 'animal', conf: 0.9, hasBox: true },
      classifier: { label: LION, score: 0.875, crop: '0' },
      topClassFence: 'country-not-allowed',
      rollup: [
        { level: 'family', best: null, isAbove: false, fencedOut: [{ sum: 0.9375, reason: 'country-blocked' }] },
        { level: 'order', best: { sum: 0.9375 }, isAbove: true, fencedOut: [] },
      ],
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
