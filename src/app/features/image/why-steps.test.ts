import { describe, expect, it } from 'vitest';
import type { ConclusionRules } from '../../../domain/conclusion-rules';
import type { Detection } from '../../../domain/detection';
import { explainPrediction } from '../../../domain/explain';
import { parseGeofence } from '../../../domain/geofence';
import type { Inference } from '../../../domain/inference';
import { applyOwnRules } from '../../../domain/own-geofence';
import { BLANK, HUMAN, VEHICLE } from '../../../domain/special-labels';
import { parseTaxonomy } from '../../../domain/taxonomy';
import { topClasses } from './top-classes';
import { whySteps } from './why-steps';

const BROWN = '00000000-0000-4000-8000-000000000001;mammalia;carnivora;ursidae;ursus;arctos;brown bear';
const BLACK = '00000000-0000-4000-8000-000000000002;mammalia;carnivora;ursidae;ursus;americanus;american black bear';
const BEARS = '00000000-0000-4000-8000-000000000003;mammalia;carnivora;ursidae;;;bear family';
const labels = [BROWN, BLACK, BLANK, HUMAN, VEHICLE];

const rules: ConclusionRules = {
  labels,
  packageType: 'always_crop',
  mode: 'species',
  taxonomy: parseTaxonomy([BROWN, BLACK, BEARS, BLANK, HUMAN, VEHICLE].join('\n')),
  geofence: parseGeofence({ 'mammalia;carnivora;ursidae;ursus;arctos': { block: { USA: ['CA'] } } }),
  place: { country: 'USA', admin1Region: 'CA' },
  isGeofenceOn: true,
  isRollupOn: true,
};

const box = (label: Detection['label'], conf: number): Detection => ({
  category: label === 'animal' ? '1' : label === 'human' ? '2' : '3',
  label,
  conf,
  bbox: [0, 0, 1, 1],
});

const inference = (
  detections: readonly Detection[],
  classes: readonly number[],
  scores: readonly number[],
): Inference => ({
  filepath: 'a.jpg',
  size: { width: 4, height: 3 },
  capturedAt: null,
  detections,
  crops: { [detections.length > 0 ? '0' : 'image']: { classes, scores } },
  failures: [],
  problem: null,
});

function steps(fact: Inference, changes: Partial<ConclusionRules> = {}) {
  const explanation = explainPrediction(fact, { ...rules, ...changes });
  if (explanation === null) throw new Error('no conclusion');
  const found = whySteps(explanation, { detections: fact.detections ?? [], place: rules.place, scoresAs: 'decimal' });
  return found.map(({ head, text, tone }) => `${tone} ${head} ${text}`);
}

describe('whySteps', () => {
  it('tells detector, classifier, rule, geofence and roll-up in this order', () => {
    const fact = inference([box('animal', 0.96), box('animal', 0.3)], [0, 1], [0.71, 0.21]);
    const found = steps(fact);
    expect(found).toEqual([
      'plain Detector found 2 animals with conf 0.96. Limit for a box here: 0.20.',
      'plain Classifier says brown bear of the best box, score 0.71.',
      'hit Rule 4b applies: an animal box above 0.20 and the classifier says an animal and score above 0.65.',
      expect.stringMatching(/^stop Geofence blocks brown bear: (not|blocked) in California, /),
      'hit Roll-up to family. Members add up to 0.92, more than 0.71.',
    ]);
  });

  it('ends with the rule when nothing was held back', () => {
    expect(steps(inference([box('human', 0.9)], [2], [0.4])).at(-1)).toBe(
      'hit Rule 1a applies: a person box above 0.70.',
    );
    expect(steps(inference([], [2], [0.6]))).toEqual([
      'plain Detector found nothing.',
      'plain Classifier says blank, score 0.60.',
      'hit Rule 3a applies: the best box below 0.20 and the classifier says blank and score above 0.50.',
    ]);
  });

  it('says that nothing was certain enough', () => {
    expect(steps(inference([box('animal', 0.1)], [1], [0.3])).at(-1)).toMatch(/^hit Rule 5c /);
    expect(steps(inference([box('animal', 0.6)], [1], [0.3])).at(-1)).toMatch(/^hit Rule 5b .*conf 0.60/);
  });

  it('says that roll-up is switched off where it would have been tried', () => {
    const unsure = inference([box('animal', 0.6)], [0, 1], [0.5, 0.3]);
    expect(steps(unsure).at(-1)).toMatch(/^hit Roll-up to family/);
    expect(steps(unsure).at(-2)).toMatch(/^stop Geofence blocks brown bear/);
    expect(steps(unsure, { isRollupOn: false }).slice(-2)).toEqual([
      'plain Roll-up is switched off, so wider groups are not tried.',
      expect.stringMatching(/^hit Rule 5b /),
    ]);
    expect(steps(inference([], [2], [0.6]), { isRollupOn: false }).join()).not.toContain('Roll-up');
  });

  it('names the rule of a person’s own list', () => {
    const bears = { taxon: 'mammalia;carnivora;ursidae;;', country: 'USA', admin1Region: 'CA' } as const;
    const geofence = applyOwnRules(rules.geofence, [{ ...bears, rule: 'block' }]);
    const found = steps(inference([box('animal', 0.96)], [1], [0.9]), { geofence });
    expect(found.find((text) => text.startsWith('stop'))).toMatch(
      /^stop Geofence blocks american black bear: blocked in California, .* by your own list \(ursidae\)\.$/,
    );
  });
});

describe('topClasses', () => {
  it('gives the best five with what the geofence holds back', () => {
    const top = topClasses(
      inference([box('animal', 0.96)], [0, 1, 2, 3, 4, 2], [0.5, 0.2, 0.1, 0.1, 0.05, 0.01]),
      rules,
      labels,
    );
    expect(top?.crop).toBe('0');
    expect(top?.classes.map(({ score, fence }) => [score, fence !== null])).toEqual([
      [0.5, true],
      [0.2, false],
      [0.1, false],
      [0.1, false],
      [0.05, false],
    ]);
  });

  it('is null when the classifier was not asked', () => {
    expect(topClasses({ ...inference([box('animal', 0.9)], [], []), crops: {} }, rules, labels)).toBeNull();
  });
});
