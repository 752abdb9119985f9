import { addFixes } from '../../../domain/add-fixes';
import type { GeofenceFix } from '../../../domain/geofence-fixes';
import { scientificNameOf } from '../../../domain/label';
import { applyOwnRules, checkFixes, withoutOwnRules, type FixProblem } from '../../../domain/own-geofence';
import type { Taxonomy } from '../../../domain/taxonomy';
import type { SurveyRules } from '../../../pipeline/conclude';
import { readLabel } from '../../shared/images/read-label';

/** One line of the person's own list. */
export interface OwnRule {
  /** From 0, in the list's order. */
  readonly index: number;
  readonly fix: GeofenceFix;
  readonly name: string;
  /** Empty when it is the same as the name. */
  readonly scientificName: string;
  /** The number of the later rule that takes this one back; null = it holds. */
  readonly takenBackBy: number | null;
  readonly problems: readonly FixProblem['problem'][];
}

/** The own list as people read it. Without a taxonomy nothing is known of its taxa, so nothing is called unknown. */
export function describeOwnRules(fixes: readonly GeofenceFix[], taxonomy: Taxonomy | null): readonly OwnRule[] {
  const problems = new Map<number, FixProblem['problem'][]>();
  for (const { index, problem } of taxonomy === null ? [] : checkFixes(fixes, taxonomy)) {
    problems.set(index, [...(problems.get(index) ?? []), problem]);
  }
  const takers = findTakers(fixes);
  return fixes.map((fix, index) => ({
    index,
    fix,
    ...taxonNames(fix.taxon, taxonomy),
    takenBackBy: takers[index]!,
    problems: problems.get(index) ?? [],
  }));
}

/** A taxon's key in words. */
export function taxonNames(taxon: string, taxonomy: Taxonomy | null): Pick<OwnRule, 'name' | 'scientificName'> {
  const label = taxonomy?.labels.get(taxon);
  const latin = scientificNameOf(`;${taxon};`);
  const scientificName = latin.slice(0, 1).toUpperCase() + latin.slice(1);
  const name = (label === undefined ? '' : readLabel(label).commonName) || scientificName;
  return { name, scientificName: name === scientificName ? '' : scientificName };
}

/** As `settleFixes` decides it: the nearest later rule for the same taxon that is for the same place or the whole country. */
function findTakers(fixes: readonly GeofenceFix[]): readonly (number | null)[] {
  const later = new Map<string, number>();
  const takers = fixes.map((): number | null => null);
  for (let index = fixes.length - 1; index >= 0; index--) {
    const { taxon, country, admin1Region } = fixes[index]!;
    const whole = JSON.stringify([taxon, country]);
    const place = admin1Region === null ? whole : JSON.stringify([taxon, country, admin1Region]);
    const found = [later.get(whole), later.get(place)].filter((taker) => taker !== undefined);
    takers[index] = found.length === 0 ? null : Math.min(...found);
    later.set(place, index);
  }
  return takers;
}

/** What a list in a file would bring. */
export interface SortedRules {
  /** Rules that the own list does not say already, in the file's order. */
  readonly fresh: readonly GeofenceFix[];
  /** Those that it says already, and those that stand in the file twice. */
  readonly known: number;
  /** Rules that this package cannot use, each once. */
  readonly withProblems: readonly { readonly fix: GeofenceFix; readonly problem: FixProblem['problem'] }[];
}

/** Parts a list into what is new, what is known, and what the package cannot use. */
export function sortRules(
  own: readonly GeofenceFix[],
  rules: readonly GeofenceFix[],
  taxonomy: Taxonomy | null,
): SortedRules {
  const next = addFixes(own, rules);
  const added = next.slice(own.length);
  const problems = new Map<number, FixProblem['problem']>();
  for (const { index, problem } of taxonomy === null ? [] : checkFixes(added, taxonomy)) {
    if (!problems.has(index)) problems.set(index, problem);
  }
  return {
    fresh: added.filter((_, index) => !problems.has(index)),
    known: rules.length - added.length,
    withProblems: [...problems].map(([index, problem]) => ({ fix: added[index]!, problem })),
  };
}

/** The survey's rules with another own list in place of the one they have. */
export function withOwnRules(rules: SurveyRules, own: readonly GeofenceFix[]): SurveyRules {
  return { ...rules, geofence: applyOwnRules(withoutOwnRules(rules.geofence), own) };
}
