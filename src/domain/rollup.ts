import { ParseError } from './parse-error';
import type { PredictionSource, RollupLevel } from './prediction';
import { UNKNOWN } from './special-labels';

/** What the classifier said, best first: whole labels and their scores, of equal length. */
export interface Candidates {
  readonly classes: readonly string[];
  readonly scores: readonly number[];
}

/** The two questions that roll-up and ensemble ask of taxonomy and geofence. */
export interface TaxonRules {
  readonly ancestorOf: (label: string, level: RollupLevel) => string | null;
  readonly isFencedOut: (label: string) => boolean;
}

/** A label that was concluded, with its score and source. */
export interface Conclusion {
  readonly label: string;
  readonly score: number;
  readonly source: PredictionSource;
}

/** All levels, from the narrowest to the widest. */
export const ROLLUP_LEVELS: readonly RollupLevel[] = ['species', 'genus', 'family', 'order', 'class', 'kingdom'];

/** Levels for a top class that is fenced out (speciesnet 5.0.4): genus is skipped. */
export const FENCED_LEVELS: readonly RollupLevel[] = ['family', 'order', 'class', 'kingdom'];

/** Subtracted from the top score to get the limit of a fenced roll-up (speciesnet 5.0.4). */
export const FENCED_MARGIN = 1e-10;

/** Checks the names of levels; throws ParseError for any other name. */
export function parseRollupLevels(names: readonly string[]): readonly RollupLevel[] {
  return names.map((name, index) => {
    const level = ROLLUP_LEVELS.find((known) => known === name);
    if (level === undefined) throw new ParseError(`levels[${index}]`, ROLLUP_LEVELS.join(', '), `"${name}"`);
    return level;
  });
}

/**
 * Scores added up by ancestor at one level. In the order of the candidates, because the order of additions is part of the
 * result, and the first of equal sums wins. Candidates without an ancestor there take no part.
 */
export function sumByAncestor(
  { classes, scores }: Candidates,
  level: RollupLevel,
  rules: Pick<TaxonRules, 'ancestorOf'>,
): Map<string, number> {
  const sums = new Map<string, number>();
  const count = Math.min(classes.length, scores.length);
  for (let index = 0; index < count; index++) {
    const ancestor = rules.ancestorOf(classes[index]!, level);
    if (ancestor !== null) sums.set(ancestor, (sums.get(ancestor) ?? 0) + scores[index]!);
  }
  return sums;
}

/** The highest sum above zero whose label is not fenced out; the first of equals. */
export function bestSum(
  sums: ReadonlyMap<string, number>,
  isFencedOut: (label: string) => boolean,
): { readonly label: string; readonly sum: number } | null {
  let best: { readonly label: string; readonly sum: number } | null = null;
  for (const [label, sum] of sums) {
    if (sum > (best?.sum ?? 0) && !isFencedOut(label)) best = { label, sum };
  }
  return best;
}

/**
 * Rolls candidates up to the first of the levels at which a taxon's sum is above the threshold (strictly); null when there
 * is none (speciesnet 5.0.4, roll_up_labels_to_first_matching_level). Sums are doubles and may exceed 1.
 */
export function rollUp(
  candidates: Candidates,
  levels: readonly RollupLevel[],
  threshold: number,
  rules: TaxonRules,
): (Conclusion & { readonly level: RollupLevel }) | null {
  for (const level of levels) {
    const best = bestSum(sumByAncestor(candidates, level, rules), rules.isFencedOut);
    if (best !== null && best.sum > threshold) {
      return { label: best.label, score: best.sum, source: `classifier+rollup_to_${level}`, level };
    }
  }
  return null;
}

/**
 * The top class, or, when it is fenced out, what it rolls up to (speciesnet 5.0.4, geofence_animal_classification). Only
 * the top class and the targets are fenced; the members of a sum are not. Throws when there are no candidates.
 */
export function geofenceAnimal(candidates: Candidates, rules: TaxonRules): Conclusion {
  const { label, score } = topOf(candidates);
  if (!rules.isFencedOut(label)) return { label, score, source: 'classifier' };
  const rolled = rollUp(candidates, FENCED_LEVELS, score - FENCED_MARGIN, rules);
  if (rolled === null) return { label: UNKNOWN, score, source: 'classifier+geofence+rollup_failed' };
  return { label: rolled.label, score: rolled.score, source: `classifier+geofence+rollup_to_${rolled.level}` };
}

/** The best candidate. Throws ParseError when there is none. */
export function topOf({ classes, scores }: Candidates): { readonly label: string; readonly score: number } {
  const label = classes[0];
  const score = scores[0];
  if (label === undefined || score === undefined) throw new ParseError('classifications', 'at least one class', 'none');
  return { label, score };
}
