import { ParseError } from './parse-error';
import type { PredictionSource, RollupLevel } from './prediction';
import { UNKNOWN } from './special-labels';

/** What the classifier said, best first: whole labels and their scores, of equal length. */
export interface Candidates {
  readonly classes: readonly string[];
  readonly scores: readonly number[];
}

/** Labels of the taxa to which a label belongs; null where there is none of that level. */
export type Ancestors = Readonly<Record<RollupLevel, string | null>>;

/** The two questions that roll-up and ensemble ask of taxonomy and geofence. */
export interface TaxonRules {
  readonly ancestorsOf: (label: string) => Ancestors;
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

/** Each text once: a text put together for each of 200,000 images stays in memory with it. */
const SOURCES = {
  species: sourcesOf('species'),
  genus: sourcesOf('genus'),
  family: sourcesOf('family'),
  order: sourcesOf('order'),
  class: sourcesOf('class'),
  kingdom: sourcesOf('kingdom'),
} as const;

function sourcesOf(level: RollupLevel) {
  return { rolledUp: `classifier+rollup_to_${level}`, fenced: `classifier+geofence+rollup_to_${level}` } as const;
}

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

/** Scores of a taxon's members, added up. */
export interface TaxonSum {
  readonly label: string;
  readonly sum: number;
}

/** The ancestors of each candidate that has a score. */
export function ancestorsOfAll({ classes, scores }: Candidates, rules: Pick<TaxonRules, 'ancestorsOf'>) {
  const count = Math.min(classes.length, scores.length);
  const ancestors = new Array<Ancestors>(count);
  for (let index = 0; index < count; index++) ancestors[index] = rules.ancestorsOf(classes[index]!);
  return ancestors;
}

/**
 * Scores added up by ancestor at one level. In the order of the candidates, because the order of additions is part of the
 * result, and the first of equal sums wins. Candidates without an ancestor there take no part. A list, for there are few.
 */
export function sumByAncestor(
  ancestors: readonly Ancestors[],
  scores: readonly number[],
  level: RollupLevel,
): readonly TaxonSum[] {
  const sums: { label: string; sum: number }[] = [];
  for (let index = 0; index < ancestors.length; index++) {
    const label = ancestors[index]![level];
    if (label === null) continue;
    let place = 0;
    while (place < sums.length && sums[place]!.label !== label) place++;
    if (place === sums.length) sums.push({ label, sum: 0 });
    sums[place]!.sum += scores[index]!;
  }
  return sums;
}

/** The highest sum above zero whose label is not fenced out; the first of equals. */
export function bestSum(sums: readonly TaxonSum[], isFencedOut: (label: string) => boolean): TaxonSum | null {
  let best: TaxonSum | null = null;
  for (const taxon of sums) {
    if (taxon.sum > (best?.sum ?? 0) && !isFencedOut(taxon.label)) best = taxon;
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
  const ancestors = ancestorsOfAll(candidates, rules);
  for (const level of levels) {
    const best = bestSum(sumByAncestor(ancestors, candidates.scores, level), rules.isFencedOut);
    if (best !== null && best.sum > threshold) {
      return { label: best.label, score: best.sum, source: SOURCES[level].rolledUp, level };
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
  return { label: rolled.label, score: rolled.score, source: SOURCES[rolled.level].fenced };
}

/** The best candidate. Throws ParseError when there is none. */
export function topOf({ classes, scores }: Candidates): { readonly label: string; readonly score: number } {
  const label = classes[0];
  const score = scores[0];
  if (label === undefined || score === undefined) throw new ParseError('classifications', 'at least one class', 'none');
  return { label, score };
}
