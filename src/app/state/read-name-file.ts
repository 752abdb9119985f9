import { parseNameList, type NamedTaxon, type ParsedNames } from '../../domain/labels/name-list';
import { ParseError } from '../../domain/parse-error';
import { readCsv } from '../../files/read-csv';
import type { NameListEntry } from '../../storage/label-store';

/** 50,000 names of the usual length have 3 MB. */
const LARGEST = 8_000_000;

/** The tables of a file, one for each language, ready to be kept. */
export interface NameFile {
  readonly lists: readonly { readonly entry: NameListEntry; readonly names: readonly NamedTaxon[] }[];
  /** Id of the one that the person most likely reads. */
  readonly shown: string;
  readonly problems: ParsedNames['problems'];
}

/** Reads a CSV of names. The same file read again takes the place of its former self. Throws ParseError for a file without names. */
export async function readNameFile(file: File, languages: readonly string[]): Promise<NameFile> {
  const { lists, problems } = parseNameList(await readCsv(file, LARGEST));
  const kept = lists.map(({ language, names }) => ({
    entry: { id: JSON.stringify([file.name, language]), language, fileName: file.name, count: names.length },
    names,
  }));
  const [first] = kept;
  if (first === undefined) {
    const [problem] = problems;
    throw new ParseError(`names: line ${problem?.line ?? 2}`, 'a taxon and its name', problem?.text ?? 'nothing');
  }
  const wanted = languages.map((language) => kept.find(({ entry }) => speaks(entry.language, language)));
  return { lists: kept, shown: (wanted.find((list) => list !== undefined) ?? first).entry.id, problems };
}

/** "de", "de-CH", "German": whether it is the person's language, whatever the country. */
function speaks(written: string, language: string): boolean {
  const base = language.split('-')[0]!.toLowerCase();
  if (written.toLowerCase().split(/[-_]/)[0] === base) return true;
  return new Intl.DisplayNames('en', { type: 'language' }).of(base)?.toLowerCase() === written.toLowerCase();
}
