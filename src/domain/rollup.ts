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
interface TaxonSum {
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
 * The scores added up of all candidates that have the same ancestor at one level as this one; null when it has none there, or when
 * an earlier candidate has the same, which then speaks for it. Added in the order of the candidates, because that is part of the
 * result.
 */
export function sumFrom(
  ancestors: readonly Ancestors[],
  scores: readonly number[],
  level: RollupLevel,
  first: number,
): number | null {
  const label = ancestors[first]![level];
  if (label === null) return null;
  for (let index = 0; index < first; index++) if (ancestors[index]![level] === label) return null;
  let sum = 0;
  for (let index = first; index < ancestors.length; index++) {
    if (ancestors[index]![level] === label) sum += scores[index]!;
  }
  return sum;
}

/** The highest sum at one level above zero whose label is not fenced out; the first of equals. */
export function bestSum(
  ancestors: readonly Ancestors[],
  scores: readonly number[],
  level: RollupLevel,
  isFencedOut: (label: string) => boolean,
): TaxonSum | null {
  let best: string | null = null;
  let most = 0;
  for (let index = 0; index < ancestors.length; index++) {
    const sum = sumFrom(ancestors, scores, level, index);
    if (sum === null || !(sum > most)) continue;
    const label = ancestors[index]![level]!;
    if (isFencedOut(label)) continue;
    best = label;
    most = sum;
  }
  return best === null ? null : { label: best, sum: most };
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
  if (levels.length === 0) return null; // the reference then asks for no ancestor, and refuses no label
  const ancestors = ancestorsOfAll(candidates, rules);
  for (const level of levels) {
    const best = bestSum(ancestors, candidates.scores, level, rules.isFencedOut);
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
