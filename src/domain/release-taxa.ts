import { requireSevenParts } from './label-list';
import { ParseError } from './parse-error';
import { strippedLines } from './python-text';
import { ANIMAL, BLANK, VEHICLE } from './special-labels';
import { KEY_PARTS } from './taxon-key';

/** Taxa that stand in the reference's lists under two uuids (speciesnet 5.0.4, known_duplicate_five_token_strings). */
const KNOWN_DUPLICATES: ReadonlySet<string> = new Set([
  'aves;passeriformes;muscicapidae;copsychus;malabaricus',
  'mammalia;artiodactyla;;;',
  'aves;pelecaniformes;ardeidae;ardea;alba',
]);

/**
 * The keys that fixes may name: those of a taxonomy file, higher taxa included, without blank, vehicle and animal. As
 * strict as the reference (speciesnet 5.0.4, validate_release_taxonomy): throws ParseError for a line in capitals, without
 * seven parts, without a taxon, or with a taxon that another line has.
 */
export function releaseTaxa(taxonomy: string): ReadonlySet<string> {
  const taxa = new Set<string>();
  strippedLines(taxonomy).forEach((line, index) => {
    const where = `taxonomy: line ${index + 1}`;
    requireSevenParts(line, where);
    const isLowerCase = line === line.toLowerCase() && line !== line.toUpperCase();
    if (!isLowerCase) throw new ParseError(where, 'lower case', `"${line.slice(0, 80)}"`);
    const key = line.split(';').slice(1, 6).join(';');
    if (key === ';;;;') {
      if (line === BLANK || line === VEHICLE || line === ANIMAL) return;
      throw new ParseError(where, 'a taxon', `"${line.slice(0, 80)}"`);
    }
    if (taxa.has(key) && !KNOWN_DUPLICATES.has(key)) throw new ParseError(where, 'each taxon once', `"${key}" again`);
    taxa.add(key);
  });
  return taxa;
}

/** The keys of a label list's taxa and of all above them (speciesnet 5.0.4, _read_label_list). */
export function labelTaxa(labels: readonly string[]): ReadonlySet<string> {
  const taxa = new Set<string>();
  for (const label of labels) {
    const parts = label.split(';').slice(1, 1 + KEY_PARTS);
    for (let depth = 1; depth <= KEY_PARTS; depth++) {
      taxa.add(parts.slice(0, depth).join(';') + ';'.repeat(KEY_PARTS - depth));
    }
  }
  return taxa;
}
