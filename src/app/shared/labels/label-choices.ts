import type { LabelCatalogue } from '../../../domain/labels/label-catalogue';
import { isSpecialLabel } from '../../../domain/labels/label-catalogue';
import type { LabelUse } from '../../../domain/labels/label-use';
import { messages } from '../../messages';
import { readLabel } from '../images/read-label';

/** A label as the picker lists it. */
export interface LabelChoice {
  /** The label line. */
  readonly label: string;
  /** 1 to 9; null = no digit chooses it. */
  readonly digit: number | null;
  readonly isFavourite: boolean;
}

export interface ChoiceGroup {
  readonly id: 'event' | 'favourites' | 'recent' | 'frequent' | 'own' | 'general' | 'found';
  readonly items: readonly LabelChoice[];
}

/** The label that each digit from 1 to 9 chooses now; null = none, or one that this package does not offer. */
export function labelsOnDigits({ offeredAs }: LabelCatalogue, { digits }: LabelUse): readonly (string | null)[] {
  return digits.map((label) => (label === null ? null : offeredAs(label)));
}

/**
 * What is offered before anything is typed: labels of the event's other images, favourites, what was used last, what is frequent
 * in the survey, own labels, and what is no taxon. Each once.
 */
export function groupsWithoutQuery(
  catalogue: LabelCatalogue,
  use: LabelUse,
  inEvent: readonly string[] = [],
): readonly ChoiceGroup[] {
  const choiceOf = createChoiceOf(catalogue, use);
  const isPinned = (label: string) => choiceOf(label).isFavourite;
  const used = new Set(use.used.map(({ label }) => catalogue.offeredAs(label)));
  const first = inEvent.map(catalogue.offeredAs).filter((label) => label !== null);
  const near = labelsOnDigits(catalogue, use).filter((label) => label !== null && !first.includes(label)) as string[];
  const others = catalogue.labels.filter((label) => !near.includes(label) && !first.includes(label));
  const groups: readonly [ChoiceGroup['id'], readonly string[]][] = [
    ['event', first],
    ['favourites', near.filter(isPinned)],
    ['recent', near.filter((label) => !isPinned(label) && used.has(label))],
    ['frequent', near.filter((label) => !isPinned(label) && !used.has(label))],
    ['own', others.filter((label) => readLabel(label).ownId !== null)],
    ['general', others.filter(isSpecialLabel)],
  ];
  return groups.map(([id, labels]) => ({ id, items: labels.map(choiceOf) })).filter(({ items }) => items.length > 0);
}

/** What a search found, in its order. */
export function groupOfFound(
  catalogue: LabelCatalogue,
  use: LabelUse,
  found: readonly string[],
): readonly ChoiceGroup[] {
  const choiceOf = createChoiceOf(catalogue, use);
  return found.length === 0 ? [] : [{ id: 'found', items: found.map(choiceOf) }];
}

function createChoiceOf(catalogue: LabelCatalogue, use: LabelUse): (label: string) => LabelChoice {
  const onDigits = labelsOnDigits(catalogue, use);
  const pinned = new Set(use.favourites.map((label) => catalogue.offeredAs(label)));
  return (label) => {
    const place = onDigits.indexOf(label);
    return { label, digit: place < 0 ? null : place + 1, isFavourite: pinned.has(label) };
  };
}

/** "Mammals › Carnivora › Canidae": the groups above a label, widest first; empty for what is no taxon. */
export function taxonomicPath(label: string): string {
  const { taxa, ownId, scientificName, kind } = readLabel(label);
  if (kind === 'unknown') return '';
  const [taxClass, order, family, genus] = taxa;
  const lowest = taxa.findLastIndex((name) => name !== '');
  const above = [messages.images.classes[taxClass] ?? raiseFirst(taxClass), raiseFirst(order), raiseFirst(family)];
  const path = above.slice(0, Math.min(lowest, 3)).filter((name) => name !== '');
  // An own label lies below the taxon whose place it has; a species' genus stands in its name.
  if (ownId !== null && lowest >= 0) path.push(lowest < 3 ? above[lowest]! : scientificName || raiseFirst(genus));
  return path.join(' › ');
}

const raiseFirst = (text: string) => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
