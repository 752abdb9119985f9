import type { Inference } from '../inference';
import type { ComparedImage } from './compared-image';

/** What was concluded of an image: by the ensemble, or in modes without one the classifier's first choice. */
export interface ComparedConclusion {
  readonly label: string;
  readonly score: number;
  readonly source?: string;
}

/** Our own facts and conclusion of an image, as comparisons read them. */
export function comparedFromFacts(inference: Inference, conclusion: ComparedConclusion | null): ComparedImage {
  return {
    label: conclusion?.label ?? null,
    score: conclusion?.score ?? null,
    source: conclusion?.source ?? null,
    detections: inference.detections?.map(({ label, conf, bbox }) => ({ category: label, conf, bbox })) ?? null,
    failed: inference.failures.length > 0,
  };
}
