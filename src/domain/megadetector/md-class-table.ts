import { mdClassName } from './md-class-name';

/** Gives ids to classes as they appear, and keeps the tables of a MegaDetector file. */
export interface MdClassTable {
  /** The id of a whole label: known by its name, else the next number from "0". */
  readonly idOf: (label: string) => string;
  /** `classification_categories`: id to name, in the order of appearance. */
  readonly names: ReadonlyMap<string, string>;
  /** `classification_category_descriptions`: id to whole label. */
  readonly descriptions: ReadonlyMap<string, string>;
}

/**
 * A table as run_md_and_speciesnet makes it (megadetector 10.0.24): taxa of one common name share an id, and the first of them
 * gives the description.
 */
export function createMdClassTable(): MdClassTable {
  const idByName = new Map<string, string>();
  const idByLabel = new Map<string, string>();
  const names = new Map<string, string>();
  const descriptions = new Map<string, string>();
  return {
    names,
    descriptions,
    idOf(label) {
      const known = idByLabel.get(label);
      if (known !== undefined) return known;
      const name = mdClassName(label);
      const id = idByName.get(name) ?? String(idByName.size);
      if (!idByName.has(name)) {
        idByName.set(name, id);
        names.set(id, name);
        descriptions.set(id, label);
      }
      idByLabel.set(label, id);
      return id;
    },
  };
}
