import { scientificNameOf } from '../label';
import { mdClassName } from '../megadetector/md-class-name';
import type { MdClassTable } from '../megadetector/md-class-table';

/**
 * Names of detection categories, which Timelapse takes for a sign of a wrong file when the first class has one of them
 * (Timelapse 2.5); in lower case.
 */
const CATEGORY_NAMES: ReadonlySet<string> = new Set(['animal', 'person', 'human', 'vehicle', 'empty', 'unknown']);

/**
 * Classes as Timelapse wants them: one for each taxon, names that are unique, never empty and never those of detection
 * categories, and `class;order;family;genus;species` as description, by which it filters. Names that several taxa of the label
 * list share are told apart by the scientific name, whether or not both are in the file: so two files name a taxon alike.
 */
export function createTimelapseClassTable(labels: readonly string[]): MdClassTable {
  const idByTaxon = new Map<string, string>();
  const known: string[] = [];
  return {
    idOf(label) {
      const taxon = taxonOf(label);
      const given = idByTaxon.get(taxon);
      if (given !== undefined) return given;
      const id = String(known.length);
      idByTaxon.set(taxon, id);
      known.push(label);
      return id;
    },
    get names() {
      return new Map(uniqueNames(known, sharedNames([...labels, ...known])).map((name, id) => [String(id), name]));
    },
    get descriptions() {
      return new Map(known.map((label, id) => [String(id), label.split(';').slice(1, 6).join(';')]));
    },
  };
}

/** A label without its uuid: some taxa are twice in SpeciesNet's list, under two uuids. */
function taxonOf(label: string): string {
  return label.slice(label.indexOf(';') + 1);
}

/** Names of more than one taxon, in lower case. */
function sharedNames(labels: readonly string[]): ReadonlySet<string> {
  const taxonByName = new Map<string, string>();
  const shared = new Set<string>();
  for (const label of labels) {
    const name = mdClassName(label).toLowerCase();
    const taxon = taxonOf(label);
    if ((taxonByName.get(name) ?? taxon) !== taxon) shared.add(name);
    taxonByName.set(name, taxon);
  }
  return shared;
}

function uniqueNames(labels: readonly string[], shared: ReadonlySet<string>): readonly string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const name = timelapseName(label, shared);
    let unique = name;
    for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${name} ${count}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function timelapseName(label: string, shared: ReadonlySet<string>): string {
  const name = mdClassName(label).trim();
  const plain = name.toLowerCase();
  if (!CATEGORY_NAMES.has(plain) && !shared.has(plain)) return name;
  const scientific = scientificNameOf(label);
  if (scientific !== '') return `${name} (${scientific.charAt(0).toUpperCase()}${scientific.slice(1)})`;
  return plain === 'animal' ? 'unidentified animal' : `${name} (classifier)`;
}
