import type { NamedTaxon } from './name-list';
import { isOwnLabelId, ownLabelLine, type OwnLabel } from './own-label';
import { taxonNamesOf } from './taxon-name';

/** How labels are called, where a person has a say in it. */
export interface LabelNames {
  /** The line as it is now: own labels may have been changed since they were used. All others stay. */
  readonly currentLine: (line: string) => string;
  /** The name from the person's table; null = it has none for this label. */
  readonly nameOf: (line: string) => string | null;
}

/** Own labels, whose current name counts, and the names of a table. Own labels are called as the person named them. */
export function createLabelNames(ownLabels: readonly OwnLabel[], names: readonly NamedTaxon[]): LabelNames {
  const own = new Map(ownLabels.map((label) => [label.id, ownLabelLine(label)]));
  const table = new Map(names.map(({ taxon, name }) => [taxon, name]));
  const idOf = (line: string) => line.slice(0, Math.max(0, line.indexOf(';')));
  return {
    currentLine: (line) => own.get(idOf(line)) ?? line,
    nameOf(line) {
      if (table.size === 0 || isOwnLabelId(idOf(line))) return null;
      for (const taxon of taxonNamesOf(line)) {
        const name = table.get(taxon);
        if (name !== undefined) return name;
      }
      return null;
    },
  };
}
