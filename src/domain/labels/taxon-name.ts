import { scientificNameOf } from '../label';
import { ANIMAL, BLANK, UNKNOWN, VEHICLE } from '../special-labels';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A first word, and more words in small letters: what follows is the author. */
const SCIENTIFIC = /^\p{L}[\p{L}.-]*(?: [\p{Ll}.-]+)*/u;

/** Labels without a taxon are named by a word. */
const SPECIAL_WORDS: ReadonlyMap<string, string> = new Map([
  [ANIMAL, 'animal'],
  [BLANK, 'blank'],
  [VEHICLE, 'vehicle'],
  [UNKNOWN, 'unknown'],
]);

/**
 * What a table calls a taxon, in the form in which names are kept: a label's id, or the scientific name in lower case without
 * its author. Takes a whole label line, an id, `class;order;family;genus;species`, or a name: "Vulpes vulpes (Linnaeus,
 * 1758)", "VULPES VULPES", "Vulpes_vulpes", "Canidae". Null when it is none of these.
 */
export function taxonNameOf(text: string): string | null {
  const parts = text.trim().split(';');
  if (parts.length === 7) return parts[0]!.trim().toLowerCase() || (taxonNamesOf(text.toLowerCase())[0] ?? null);
  if (parts.length === 5) return scientificNameOf(`;${parts.join(';').toLowerCase()};`) || null;
  if (parts.length !== 1) return null;
  const tidy = text.replace(/[_\s]+/gu, ' ').trim();
  if (UUID.test(tidy.toLowerCase())) return tidy.toLowerCase();
  const isShouted = tidy === tidy.toUpperCase();
  return SCIENTIFIC.exec(isShouted ? tidy.toLowerCase() : tidy)?.[0].toLowerCase() ?? null;
}

/** By what a label is found among names: its id, its scientific name or its word. */
export function taxonNamesOf(label: string): readonly string[] {
  const id = label.slice(0, Math.max(0, label.indexOf(';')));
  const name = SPECIAL_WORDS.get(label) ?? scientificNameOf(label);
  return [id, name].filter((text) => text !== '');
}
