import { ownLabelIdOf, ownLabelSeed, type OwnLabel, type OwnLabelDraft } from '../../domain/labels/own-label';

/**
 * The id of a new label: the same on every computer for the same name below the same taxon, unless it belongs to a label that
 * was given another name since.
 */
export async function findOwnLabelId(draft: OwnLabelDraft, known: readonly OwnLabel[]): Promise<string> {
  const taken = new Set(known.map(({ id }) => id));
  for (let round = 0; ; round++) {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(ownLabelSeed(draft, round)));
    const id = ownLabelIdOf(new Uint8Array(digest));
    if (!taken.has(id)) return id;
  }
}
