import type { NamedTaxon } from './name-list';
import { isOwnLabelId } from './own-label';
import { taxonNamesOf } from './taxon-name';

/** How a table of names fits a package. */
export interface NameMatch {
  /** Names that some label has. */
  readonly matched: number;
  /** Names that no label has, in the table's order. */
  readonly unmatched: readonly NamedTaxon[];
  /** Labels with a name of the table, and labels without. */
  readonly named: number;
  readonly unnamed: number;
}

/** Compares a table with label lines; own labels are not counted. */
export function matchNames(names: readonly NamedTaxon[], labels: Iterable<string>): NameMatch {
  const table = new Set(names.map(({ taxon }) => taxon));
  const found = new Set<string>();
  let [named, unnamed] = [0, 0];
  for (const label of labels) {
    if (isOwnLabelId(label.slice(0, Math.max(0, label.indexOf(';'))))) continue;
    const hits = taxonNamesOf(label).filter((taxon) => table.has(taxon));
    for (const hit of hits) found.add(hit);
    if (hits.length > 0) named += 1;
    else unnamed += 1;
  }
  return { matched: found.size, unmatched: names.filter(({ taxon }) => !found.has(taxon)), named, unnamed };
}
