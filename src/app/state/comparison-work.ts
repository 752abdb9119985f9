import {
  compactResult,
  resultFromCompact,
  type CompactImage,
  type CompactTables,
} from '../../domain/comparison/compact-result';
import { comparedFromMegadetector } from '../../domain/comparison/compared-from-megadetector';
import { comparedFromRows, type ComparedForm } from '../../domain/comparison/compared-from-rows';
import { comparedFromRecord } from '../../domain/comparison/compared-from-speciesnet';
import type { ComparedImage, ComparedResult } from '../../domain/comparison/compared-image';
import { reviewComparison } from '../../domain/comparison/review-comparison';
import { ParseError } from '../../domain/parse-error';
import type { ResultRecord } from '../../domain/parse-result-record';
import type { Attachment } from '../../storage/attachment-store';
import type { OpenSurvey } from './app-state';
import type { ComparedFile, Comparison } from './comparison-view';
import { exportContextOf, exportRowsOfSurvey } from './export-rows';
import type { ImportContent } from './read-import';

/** A result of another program or computer, to compare with. */
export interface OtherResult {
  readonly file: ComparedFile;
  readonly result: ComparedResult;
}

interface StoredHeader extends ComparedFile {
  readonly tables: CompactTables;
}

const RECORDS_PER_PIECE = 500;

/** What the file says of its images. Throws ParseError for a file that says nothing of images. */
export function* otherResultOf(fileName: string, content: ImportContent): Generator<unknown, OtherResult> {
  const form: ComparedForm = content.kind === 'megadetector' ? 'megadetector' : 'speciesnet';
  const result = yield* resultOf(fileName, content);
  return { file: { fileName, form, count: result.size }, result };
}

function* resultOf(fileName: string, content: ImportContent): Generator<unknown, ComparedResult> {
  if (content.kind === 'megadetector') {
    return yield* comparedFromMegadetector(content.results);
  }
  if (content.kind !== 'results') throw new ParseError(fileName, 'predictions or MegaDetector’s results', content.kind);
  const images = new Map<string, ComparedImage>();
  for (const [index, record] of content.records.entries()) {
    images.set(record.filepath, imageOf(record));
    if (index % RECORDS_PER_PIECE === 0) yield;
  }
  return images;
}

function imageOf({ filepath, hasFailed, detections, classifications, prediction }: ResultRecord): ComparedImage {
  return comparedFromRecord({
    filepath,
    ...(hasFailed && { failures: [] }),
    ...(detections !== null && { detections }),
    ...(classifications !== null && { classifications }),
    ...(prediction !== null && {
      prediction: prediction.label,
      ...(prediction.score !== null && { prediction_score: prediction.score }),
      ...(prediction.source !== null && { prediction_source: prediction.source }),
    }),
  });
}

/** As it is kept with the survey. */
export function* attachmentOf({ file, result }: OtherResult): Generator<unknown, Attachment> {
  const { tables, images } = yield* compactResult(result);
  const header: StoredHeader = { ...file, tables };
  return { header, items: images };
}

/** What stands in front of a kept result. */
export function comparedFileOf(header: object): ComparedFile {
  const { fileName, form, count } = header as StoredHeader;
  return { fileName, form, count };
}

/** As it was kept. */
export function* otherResultFrom({ header, items }: Attachment): Generator<unknown, OtherResult> {
  const { tables } = header as StoredHeader;
  const result = yield* resultFromCompact({ tables, images: items as readonly CompactImage[] });
  return { file: comparedFileOf(header), result };
}

/**
 * Compares what the survey would export now with the other result. Steps give way; `onDone` hears how many images are
 * compared. Callable without a screen.
 */
export function* compareSurvey(
  open: OpenSurvey,
  { file, result }: OtherResult,
  onDone: (count: number) => void,
): Generator<unknown, Comparison> {
  const mine = yield* comparedFromRows(exportRowsOfSurvey(open), exportContextOf(open), file.form);
  const pieces = reviewComparison(mine, result, file.form);
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return { file, review: piece.value, mine, theirs: result };
    onDone(piece.value);
    yield;
  }
}
