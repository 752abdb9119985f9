import { findExportFormat, type ExportFormatId } from '../../domain/formats';
import type { ExportFormat } from '../../domain/formats/export-format';
import type { Survey } from '../../domain/survey';
import { SURVEY_FILE_EXTENSION } from '../../domain/survey-file';
import { saveFile } from '../../files/save-file';
import { suggestFileName } from '../../files/suggest-file-name';
import type { AppStorage } from '../../storage/app-storage';
import type { ExportOptions, OpenSurvey, SaveOutcome } from './app-state';
import { exportContextOf, exportRowsOfSurvey } from './export-rows';
import { letPageAnswer } from './let-page-answer';
import { saveConditionOf } from './save-condition';
import { SURVEY_FILE_ID, surveyFile } from './survey-file-export';

/** Enough of the file to fill the preview. */
const PREVIEW_CHARACTERS = 4000;
/** The file is made this long before the page may answer the person. */
const PIECE_MS = 8;

/** What is to be written. */
export interface ExportOrder {
  readonly survey: Survey;
  /** The survey as it is when all that its settings ask for is done: names may still be smoothed when an export begins. */
  readonly readOpen: () => Promise<OpenSurvey>;
  readonly formatId: string;
  readonly options: ExportOptions;
  readonly storage: AppStorage;
}

export interface ExportPreview {
  readonly text: string;
  readonly bytes: number;
  readonly fileName: string;
}

/** A file to be written. */
interface Writable {
  readonly fileName: string;
  readonly mimeType: string;
  readonly chunksOf: (open: OpenSurvey) => Iterable<string> | AsyncIterable<string>;
}

/** The beginning of the file, and its exact size: the whole of it is made once, piece by piece, and not kept. */
export async function previewExport(order: ExportOrder): Promise<ExportPreview> {
  const writable = writableOf(order);
  const encoder = new TextEncoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of inPieces(order, writable)) {
    if (text.length < PREVIEW_CHARACTERS) text += chunk;
    bytes += encoder.encode(chunk).length;
  }
  return { text: text.slice(0, PREVIEW_CHARACTERS), bytes, fileName: writable.fileName };
}

/** From a click: the picker where the browser has one, at once, or the browser would not open it; else a download. */
export async function saveExport(order: ExportOrder): Promise<SaveOutcome> {
  const writable = writableOf(order);
  const { fileName, mimeType } = writable;
  let bytes = 0;
  const encoder = new TextEncoder();
  async function* counted() {
    for await (const chunk of inPieces(order, writable)) {
      bytes += encoder.encode(chunk).length;
      yield chunk;
    }
  }
  try {
    const saved = await saveFile({ suggestedName: fileName, mediaType: mimeType, chunks: counted(), way: null });
    return saved.kind === 'cancelled' ? saved : { kind: 'saved', fileName: saved.name, bytes };
  } catch (error) {
    return { kind: 'failed', condition: saveConditionOf(error, fileName) };
  }
}

function writableOf({ survey, formatId, options, storage }: ExportOrder): Writable {
  if (formatId === SURVEY_FILE_ID) {
    return {
      fileName: suggestFileName(survey.name, SURVEY_FILE_EXTENSION),
      mimeType: 'application/x-ndjson',
      chunksOf: (open) => surveyFile(open, storage),
    };
  }
  const format = findExportFormat(formatId);
  if (format === null) throw new Error(`export: no format "${formatId}"`);
  return {
    fileName: fileNameOf(survey, format),
    mimeType: format.mimeType,
    chunksOf: (open) => format.serialize(exportRowsOfSurvey(open), { ...exportContextOf(open), ...options }),
  };
}

/** The file in pieces that never stop the page; formats give empty ones while they only read. */
async function* inPieces({ readOpen }: ExportOrder, { chunksOf }: Writable): AsyncGenerator<string> {
  let pausedAt = performance.now();
  for await (const chunk of chunksOf(await readOpen())) {
    if (chunk !== '') yield chunk;
    if (performance.now() - pausedAt < PIECE_MS) continue;
    await letPageAnswer();
    pausedAt = performance.now();
  }
}

const FILE_ENDINGS: Readonly<Record<ExportFormatId, string>> = {
  speciesnet: '-speciesnet',
  megadetector: '-megadetector',
  timelapse: '-timelapse',
  'review-csv': '-review',
};

function fileNameOf({ name }: Survey, format: ExportFormat): string {
  if (format.fileName !== undefined) return format.fileName;
  return suggestFileName(name, `${FILE_ENDINGS[format.id as ExportFormatId]}${format.extension}`);
}
