/** A label that a person added, below a taxon of the taxonomy. Its id stays when name or place are changed. */
export interface OwnLabel {
  /** A UUID of version 8: see `ownLabelIdOf`. */
  readonly id: string;
  /** `class;order;family;genus;species` of the taxon that it belongs to: at least the class is named. */
  readonly taxon: string;
  /** As it was typed, blanks tidied: see `tidyName`. */
  readonly name: string;
  /** False after it was removed: no longer offered, but known, so that what it was used for keeps its name. */
  readonly isOffered: boolean;
}

/** What a person fills in. */
export type OwnLabelDraft = Pick<OwnLabel, 'taxon' | 'name'>;

/** More than anybody keeps an eye on. */
export const MAX_OWN_LABELS = 500;

/** Characters of a name; the longest common name of SpeciesNet 4.0.2a has 45. */
export const MAX_LABEL_NAME = 80;

/** The label line, of the form that a package's labels have. */
export function ownLabelLine({ id, taxon, name }: OwnLabel): string {
  return `${id};${taxon};${name}`;
}

/** One form for what looks the same: composed letters, single blanks, none at the ends. */
export function tidyName(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** The letters "ownl": ids of packages are random, or begin otherwise. */
const OWN_BYTES = [0x6f, 0x77, 0x6e, 0x6c];

/** True for ids that this program gave to a person's own label, on whatever computer. */
export function isOwnLabelId(id: string): boolean {
  return /^6f776e6c-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id);
}

/**
 * The text whose SHA-256 makes the id: two people who add the same name below the same taxon have the same label.
 * `round` is 0, and larger when the id is taken by a label that has another name by now.
 */
export function ownLabelSeed({ taxon, name }: OwnLabelDraft, round: number): string {
  return JSON.stringify(['understory own label', taxon, tidyName(name).toLowerCase(), round]);
}

/** A UUID of version 8 (RFC 9562, section 5.8): "ownl", then the first 12 bytes of a digest. Throws RangeError for fewer. */
export function ownLabelIdOf(digest: Uint8Array): string {
  if (digest.length < 12) throw new RangeError(`expected a digest of 12 bytes or more, got ${digest.length}`);
  const bytes = [...OWN_BYTES, ...digest.slice(0, 12)];
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
