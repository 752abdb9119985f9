import { commonNameOf } from '../label';

/**
 * True when two labels mean the same: whole ones of seven parts by all of their text; if either is a plain name, by the common
 * name, in any case. Null, no label, is equal to null only.
 */
export function isSameLabel(label: string | null, other: string | null): boolean {
  if (label === other) return true;
  if (label === null || other === null) return false;
  if (isWholeLabel(label) && isWholeLabel(other)) return false;
  return plainName(label) === plainName(other);
}

/** True for a label of seven parts. */
export function isWholeLabel(label: string): boolean {
  return label.split(';').length === 7;
}

function plainName(label: string): string {
  return commonNameOf(label).trim().toLowerCase();
}
