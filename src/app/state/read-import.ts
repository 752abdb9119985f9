import type { GeofenceFix } from '../../domain/geofence-fixes';
import type { MdResults } from '../../domain/megadetector/md-results';
import { usableMdImages, type UsableMdImage } from '../../domain/megadetector/md-to-facts';
import { parseMdResultsInPieces } from '../../domain/megadetector/parse-md-results';
import { parseInstance, type Instance } from '../../domain/parse-instances';
import { ParseError } from '../../domain/parse-error';
import { parseResultRecord, type ResultRecord } from '../../domain/parse-result-record';
import { readResultsFile } from '../../files/read-results-file';
import { readFixes, readText } from './read-text';
import { runInPieces } from './run-in-pieces';
import { readSurveyFile, type SurveyFileContent } from '../../files/read-survey-file';

/** What was in a file that was dropped on a survey, read and checked. */
export type ImportContent =
  | { readonly kind: 'results'; readonly records: readonly ResultRecord[] }
  | { readonly kind: 'megadetector'; readonly images: readonly UsableMdImage[]; readonly results: MdResults }
  | { readonly kind: 'instances'; readonly instances: readonly Instance[] }
  | { readonly kind: 'geofence-rules'; readonly fixes: readonly GeofenceFix[] }
  | { readonly kind: 'target-species'; readonly lines: readonly string[] }
  | ({ readonly kind: 'survey-file' } & SurveyFileContent);

/** A file that can't be meant; the code chooses the words. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal';

  constructor(
    readonly code: 'import-web-page' | 'import-empty',
    message: string,
  ) {
    super(message);
  }
}

/** Of an error in reading a file; `unfit` = the code for a file of another kind, whose words name what it was wanted for. */
export function importRefusalCode(error: unknown, unfit: string): string {
  if (error instanceof ImportRefusal) return error.code === 'import-web-page' ? error.code : unfit;
  return error instanceof ParseError ? unfit : 'import-unreadable';
}

/**
 * Reads a file for the open survey. `onEntries` hears how many entries have come. Throws ParseError, with the place in the
 * file, for what can't be used, ImportRefusal for what is no such file at all; rejects with the browser's DOMException when it
 * can't be read.
 */
export async function readImport(
  file: File,
  onEntries: (count: number) => void,
  signal: AbortSignal,
): Promise<ImportContent> {
  if (/\.csv$/i.test(file.name)) return { kind: 'geofence-rules', fixes: await readFixes(file) };
  if (/\.txt$/i.test(file.name)) return { kind: 'target-species', lines: linesOf(await readText(file)) };
  if (/\.ndjson$/i.test(file.name)) {
    return { kind: 'survey-file', ...(await readSurveyFile(file, onEntries, signal)) };
  }
  await refuseWebPage(file);
  const records: ResultRecord[] = [];
  const instances: Instance[] = [];
  const images: unknown[] = [];
  const head = await readResultsFile(
    file,
    (item, list) => {
      const entries = list === 'predictions' ? records : list === 'instances' ? instances : images;
      const where = `${list}[${entries.length}]`;
      if (list === 'predictions') records.push(parseResultRecord(item, where));
      else if (list === 'instances') instances.push(parseInstance(item, where));
      else images.push(item);
      onEntries(entries.length);
    },
    signal,
  );
  if (head.list === 'instances') return { kind: 'instances', instances };
  if (head.list === 'predictions') return { kind: 'results', records };
  if (head.list === 'images') {
    // The tables may follow the images, so nothing can be looked up before all is here.
    const results = await runInPieces(parseMdResultsInPieces({ ...head.values, images }), signal);
    return { kind: 'megadetector', images: await runInPieces(usableMdImages(results), signal), results };
  }
  const expected = 'entries of predictions, images or instances';
  throw new ImportRefusal('import-empty', `${file.name}: expected ${expected}, got none`);
}

/** What a server answers in place of a file that is gone, or before one has signed in. */
async function refuseWebPage(file: File): Promise<void> {
  const start = await file.slice(0, 64).text();
  if (/^\s*</.test(start)) {
    throw new ImportRefusal('import-web-page', `${file.name}: expected JSON, got a web page`);
  }
}

function linesOf(text: string): readonly string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
