import { isTaxonKey } from '../taxon-key';
import type { Taxonomy } from '../taxonomy';
import { ANIMAL, BLANK, HUMAN, UNKNOWN, VEHICLE } from '../special-labels';
import { ownLabelLine, type OwnLabel } from './own-label';

/** Everything that can be chosen for an image. */
export interface LabelCatalogue {
  /** Label lines, each once: the special ones, own labels, every taxon, then what only the label list holds. */
  readonly labels: readonly string[];
  /**
   * The line that is offered now for one that was used earlier, perhaps with another package or before an own label was
   * changed; null = it is not offered.
   */
  readonly offeredAs: (line: string) => string | null;
}

/** Choices that are not a taxon of some animal, as people need them most. */
const SPECIAL_LABELS: readonly string[] = [ANIMAL, BLANK, HUMAN, VEHICLE, UNKNOWN];

/** True for animal, blank, human, vehicle and unknown. */
export function isSpecialLabel(line: string): boolean {
  return SPECIAL_LABELS.includes(line);
}

/**
 * The choices that a package and a person's own labels give. Where the label list has other ids for a taxon than the
 * taxonomy (3 of 2,498 in SpeciesNet 4.0.2a), the taxonomy's line is offered, as roll-ups conclude it.
 */
export function createLabelCatalogue(
  { taxonomy, labels }: { readonly taxonomy: Taxonomy; readonly labels: readonly string[] },
  ownLabels: readonly OwnLabel[],
): LabelCatalogue {
  const offered: string[] = [...SPECIAL_LABELS];
  const byId = new Map(SPECIAL_LABELS.map((line) => [idOf(line), line]));
  const add = (line: string) => {
    if (byId.has(idOf(line))) return;
    byId.set(idOf(line), line);
    offered.push(line);
  };
  for (const own of ownLabels) if (own.isOffered) add(ownLabelLine(own));
  for (const [key, line] of taxonomy.labels) if (isTaxonKey(key)) add(line);
  for (const line of labels) {
    const taxon = taxonomy.labels.get(keyOf(line));
    // Without a class it is no taxon: the taxonomy's line for that key means any animal.
    if (taxon === undefined || !isTaxonKey(keyOf(line))) add(line);
    else if (!byId.has(idOf(line))) byId.set(idOf(line), taxon);
  }
  return { labels: offered, offeredAs: (line) => byId.get(idOf(line)) ?? null };
}

/** Labels of other programs' results have no id: then the whole line stands for it. */
function idOf(line: string): string {
  const end = line.indexOf(';');
  return end <= 0 ? line : line.slice(0, end);
}

const keyOf = (line: string) => line.split(';').slice(1, 6).join(';');
