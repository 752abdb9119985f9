import type { DetectedThing, Evidence } from './ensemble';
import { cropKeyFor, type FactsReader } from './facts';
import type { Inference } from './inference';
import { plainFact, type StoredFact } from './packed-facts/stored-fact';
import type { Candidates } from './rollup';

/** What conclusions read of a fact. Of 200,000 images few facts are objects, and making one takes longer than concluding it. */
export type FactToConclude = Pick<
  StoredFact,
  | 'filepath'
  | 'read'
  | 'location'
  | 'failures'
  | 'isImported'
  | 'boxes'
  | 'labelOf'
  | 'confOf'
  | 'candidatesOf'
  | 'boxCandidatesOf'
>;

/** A fact for those who conclude it: a packed one, or an object. */
export function factToConclude(fact: Inference | FactToConclude): FactToConclude {
  return 'boxes' in fact ? fact : plainFact(fact);
}

/** The classes that speak for the image (see cropKeyOf), or null, as in `candidatesOf`. */
export function speakingCandidatesOf(fact: FactToConclude, reader: FactsReader): Candidates | null {
  if (reader.mode === 'detections') return null;
  return fact.candidatesOf(cropKeyFor(fact.boxes, reader), reader.labels);
}

/** What the ensemble reads; null when detections or classes are missing, for then there is no conclusion. */
export function evidenceOf(given: Inference | FactToConclude, reader: FactsReader): Evidence | null {
  const fact = factToConclude(given);
  const candidates = speakingCandidatesOf(fact, reader);
  if (fact.boxes === null || candidates === null) return null;
  return { candidates, detections: fact.boxes === 0 ? NONE : [{ label: fact.labelOf(0), conf: fact.confOf(0) }] };
}

const NONE: readonly DetectedThing[] = [];
