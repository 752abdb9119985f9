import { expect, it } from 'vitest';
import { decide } from '../../src/domain/ensemble';
import type { Detection } from '../../src/domain/detection';
import { rememberAnswers } from '../../src/domain/taxon-rules';
import { describeGolden } from './golden-folder';
import { createGoldenRules, readGoldenGeofence, type GoldenPlace } from './reference-rules';

interface EnsembleCase {
  readonly id: string;
  readonly tag: string;
  readonly in: GoldenPlace & {
    readonly classifications: { readonly classes: readonly string[]; readonly scores: readonly number[] };
    readonly detections: readonly Detection[];
  };
  readonly out: {
    readonly error?: string;
    readonly prediction: string;
    readonly prediction_score: number;
    readonly prediction_source: string;
  };
}

describeGolden<{ cases: readonly EnsembleCase[] }>('speciesnet/ensemble.json', ({ cases }) => {
  const rulesAt = createGoldenRules(readGoldenGeofence());

  it.each(cases)('$id $tag', ({ in: input, out }) => {
    const evidence = { candidates: input.classifications, detections: input.detections };
    if (out.error !== undefined) {
      expect(() => decide(evidence, rulesAt(input))).toThrow();
      return;
    }
    const { label, score, source } = decide(evidence, rulesAt(input));
    expect([label, score, source]).toEqual([out.prediction, out.prediction_score, out.prediction_source]);
    expect(decide(evidence, rememberAnswers(rulesAt(input)))).toEqual(decide(evidence, rulesAt(input)));
  });
});
