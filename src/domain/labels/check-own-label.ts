import { commonNameOf } from '../label';
import { isSameName, nameWords } from '../name-words';
import { isTaxonKey } from '../taxon-key';
import { MAX_LABEL_NAME, MAX_OWN_LABELS, tidyName, type OwnLabel, type OwnLabelDraft } from './own-label';

/** Why a draft is no label. `with` = the name of the label that is there already. */
export type OwnLabelProblem =
  | { readonly problem: 'no-name' | 'no-letters' | 'semicolon' | 'control-character' | 'no-place' }
  | { readonly problem: 'too-long'; readonly length: number }
  | { readonly problem: 'too-many' }
  | { readonly problem: 'own-there' | 'package-there'; readonly with: string };

/** What a draft is compared with. */
export interface OwnLabelSurroundings {
  readonly ownLabels: readonly OwnLabel[];
  /** Label lines of the package's taxonomy and list. */
  readonly labels: Iterable<string>;
  /** Id of the label that is being changed: it may keep its name. Null for a new one. */
  readonly editedId: string | null;
}

/**
 * What keeps a draft from being a label, the first reason only; null = nothing. Names are compared as words (see
 * `nameWords`): an own label may not have the name of another one below the same taxon, nor the name of any label of
 * the package, whose meaning everyone takes for granted. A removed label of that name is no hindrance: it is offered again.
 */
export function checkOwnLabel(draft: OwnLabelDraft, around: OwnLabelSurroundings): OwnLabelProblem | null {
  return checkName(draft.name) ?? checkPlace(draft) ?? checkOthers(draft, around);
}

function checkName(text: string): OwnLabelProblem | null {
  const name = tidyName(text);
  if (name === '') return { problem: 'no-name' };
  if (name.includes(';')) return { problem: 'semicolon' };
  if (/\p{C}/u.test(name)) return { problem: 'control-character' };
  if (name.length > MAX_LABEL_NAME) return { problem: 'too-long', length: name.length };
  return nameWords(name).length === 0 ? { problem: 'no-letters' } : null;
}

function checkPlace({ taxon }: OwnLabelDraft): OwnLabelProblem | null {
  return isTaxonKey(taxon) ? null : { problem: 'no-place' };
}

function checkOthers({ taxon, name }: OwnLabelDraft, around: OwnLabelSurroundings): OwnLabelProblem | null {
  const { ownLabels, labels, editedId } = around;
  const own = ownLabels.find(
    (known) => known.isOffered && known.id !== editedId && known.taxon === taxon && isSameName(known.name, name),
  );
  if (own !== undefined) return { problem: 'own-there', with: own.name };
  if (editedId === null && ownLabels.length >= MAX_OWN_LABELS) return { problem: 'too-many' };
  const words = nameWords(name).join(' ');
  for (const label of labels) {
    if (nameWords(commonNameOf(label)).join(' ') === words) return { problem: 'package-there', with: label };
  }
  return null;
}
