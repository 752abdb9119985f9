import { FAMILY, fullTaxonOf, taxonOf, type DescribedTaxa } from './described-taxa';
import type { SmoothingRules } from './smoothing-rules';

/** Which kind of class a step overwrites, in the order of the steps. */
export type SmoothingStep = 'other' | 'nondominant' | 'ancestor' | 'same-family';

/** All of them. */
export const SMOOTHING_STEPS: readonly SmoothingStep[] = ['other', 'nondominant', 'ancestor', 'same-family'];

/** The class of one detection while it is smoothed. */
export interface ClassSlot {
  classId: string;
  /** The steps that changed the class so far. */
  steps: readonly SmoothingStep[];
}

/** What a slot begins with. */
export const NO_STEPS: readonly SmoothingStep[] = [];

/** Class ids with the number of detections, most frequent first; ties in the order in which they first come. */
export type ClassCounts = ReadonlyMap<string, number>;

/**
 * Smooths one group of detections, of an image or of an event: writes into their slots (megadetector 10.0.24,
 * _smooth_classifications_for_list_of_detections). The group holds the counted detections only, in order. Each step sees
 * what the one before has left; a second pass may find more to do where taxa play a part. Throws ParseError when a step
 * needs the description of a class that has none, or has only five parts.
 */
export function smoothGroup(group: readonly ClassSlot[], rules: SmoothingRules): void {
  const counts = countClasses(group);
  if (counts.size <= 1) return;
  overwriteOther(group, counts, rules);
  const withoutOther = countClasses(group);
  overwriteNondominant(group, withoutOther, rules);
  const common = countClasses(group);
  const { taxa } = rules;
  if (taxa === null || taxa.size === 0 || common.size <= 1) return;
  if (rules.options.refinesTaxa) overwriteAncestors(group, common, taxa, rules);
  overwriteFamily(group, countClasses(group), taxa, rules);
}

/** How often each class comes in a group. */
export function countClasses(group: readonly { readonly classId: string }[]): ClassCounts {
  const counts = new Map<string, number>();
  for (const { classId } of group) counts.set(classId, (counts.get(classId) ?? 0) + 1);
  return counts.size <= 1 ? counts : new Map([...counts].sort(([, a], [, b]) => b - a));
}

/** 1: other classes become the dominant one; on a tie for the first place, a class that says something dominates. */
function overwriteOther(group: readonly ClassSlot[], counts: ClassCounts, { options, otherIds }: SmoothingRules): void {
  const [[first, count], [second, secondCount]] = [...counts] as [[string, number], [string, number]];
  const isTieWithOther = otherIds.has(first) && !otherIds.has(second) && count === secondCount;
  const dominant = isTieWithOther ? second : first;
  if (count < options.minToOverwriteOther || otherIds.has(dominant)) return;
  for (const slot of group) {
    if (otherIds.has(slot.classId)) overwrite(slot, dominant, 'other');
  }
}

/** 2: rare classes become the dominant one, but neither its descendants nor classes without a taxon. */
function overwriteNondominant(group: readonly ClassSlot[], counts: ClassCounts, rules: SmoothingRules): void {
  const { options, otherIds, taxa } = rules;
  const [dominant, count] = dominantOf(counts);
  if (otherIds.has(dominant) || count < options.minToOverwriteNondominant) return;
  for (const slot of group) {
    if (slot.classId === dominant) continue;
    if (taxa !== null && taxa.size > 0) {
      const dominantTaxon = taxonOf(taxa, dominant);
      const taxon = taxonOf(taxa, slot.classId);
      if (taxon.text === '' || rules.isInside(dominantTaxon, taxon)) continue;
    }
    const own = counts.get(slot.classId)!;
    if (own < count && own <= options.maxNondominant) overwrite(slot, dominant, 'nondominant');
  }
}

/** 3: a taxon becomes its best descendant in the group. */
function overwriteAncestors(
  group: readonly ClassSlot[],
  counts: ClassCounts,
  taxa: DescribedTaxa,
  rules: SmoothingRules,
): void {
  const best = new Map<string, string | null>();
  for (const slot of group) {
    let descendant = best.get(slot.classId);
    if (descendant === undefined) {
      descendant = bestDescendant(slot.classId, counts, taxa, rules);
      best.set(slot.classId, descendant);
    }
    if (descendant !== null) overwrite(slot, descendant, 'ancestor');
  }
}

/** Two classes of one taxon, such as two names for one species, are no descendants of each other. */
function bestDescendant(
  classId: string,
  counts: ClassCounts,
  taxa: DescribedTaxa,
  { options, isInside }: SmoothingRules,
): string | null {
  const taxon = taxonOf(taxa, classId);
  if (taxon.text === '') return null;
  let best: string | null = null;
  let bestRating = -Infinity;
  for (const [candidate, count] of counts) {
    const other = taxonOf(taxa, candidate);
    if (other.text === taxon.text || !isInside(taxon, other)) continue;
    const rating = other.rank * options.rankWeight + count * options.countWeight;
    if (rating > bestRating) [best, bestRating] = [candidate, rating];
  }
  return best;
}

/** 4: classes of the dominant genus's or species's family become it, but no species its own genus, and not on a tie. */
function overwriteFamily(
  group: readonly ClassSlot[],
  counts: ClassCounts,
  taxa: DescribedTaxa,
  { options, otherIds }: SmoothingRules,
): void {
  const [dominant, count] = dominantOf(counts);
  const taxon = fullTaxonOf(taxa, dominant); // also when the step is off: the reference demands seven parts all the same
  if (options.minToOverwriteFamily <= 0 || count < options.minToOverwriteFamily) return;
  if (otherIds.has(dominant) || taxon.rank <= FAMILY) return;
  const [, , family, genus] = taxon.names;
  for (const slot of group) {
    const own = counts.get(slot.classId)!;
    if (slot.classId === dominant || own > options.maxInFamily || own === count) continue;
    const { names, rank } = fullTaxonOf(taxa, slot.classId);
    const isFamily = family !== '' && names[2] === family;
    const isDemotion = names[3] === genus && rank > taxon.rank;
    if (isFamily && !isDemotion) overwrite(slot, dominant, 'same-family');
  }
}

function dominantOf(counts: ClassCounts): [string, number] {
  const [first] = counts;
  return first!;
}

function overwrite(slot: ClassSlot, classId: string, step: SmoothingStep): void {
  slot.classId = classId;
  slot.steps = [...slot.steps, step];
}
