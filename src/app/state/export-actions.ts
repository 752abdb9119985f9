import { namesAnimals } from '../../domain/facts';
import { findExportFormat, type ExportFormatId } from '../../domain/formats';
import type { ExportContext, ExportFormat } from '../../domain/formats/export-format';
import { recogniseModel } from '../../domain/known-models';
import { fileOf, type PackageFile } from '../../domain/model-package';
import type { Survey } from '../../domain/survey';
import { stepsOf } from '../../pipeline/infer-image';
import { saveFile } from '../../files/save-file';
import { suggestFileName } from '../../files/suggest-file-name';
import type { ExportOptions, OpenSurvey, SaveOutcome } from './app-state';
import { toCondition } from './condition';
import { exportRowsOf } from './export-rows';
import { letPageAnswer } from './let-page-answer';

/** Enough of the file to fill the preview. */
const PREVIEW_CHARACTERS = 4000;
/** The file is made this long before the page may answer the person. */
const PIECE_MS = 8;

export interface ExportPreview {
  readonly text: string;
  readonly bytes: number;
  readonly fileName: string;
}

/** The survey as it is when all that its settings ask for is done: names may still be smoothed when an export begins. */
export type ReadOpen = () => Promise<OpenSurvey>;

/** The beginning of the file, and its exact size: the whole of it is made once, piece by piece, and not kept. */
export async function previewExport(
  readOpen: ReadOpen,
  formatId: string,
  options: ExportOptions,
): Promise<ExportPreview> {
  const format = requireFormat(formatId);
  const open = await readOpen();
  const encoder = new TextEncoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of serialize(open, format, options)) {
    if (text.length < PREVIEW_CHARACTERS) text += chunk;
    bytes += encoder.encode(chunk).length;
  }
  return { text: text.slice(0, PREVIEW_CHARACTERS), bytes, fileName: fileNameOf(open.survey, format) };
}

/** From a click: the picker where the browser has one, at once, or the browser would not open it; else a download. */
export async function saveExport(
  survey: Survey,
  readOpen: ReadOpen,
  formatId: string,
  options: ExportOptions,
): Promise<SaveOutcome> {
  const format = requireFormat(formatId);
  let bytes = 0;
  const encoder = new TextEncoder();
  async function* counted() {
    for await (const chunk of serialize(await readOpen(), format, options)) {
      bytes += encoder.encode(chunk).length;
      yield chunk;
    }
  }
  try {
    const saved = await saveFile({
      suggestedName: fileNameOf(survey, format),
      mediaType: format.mimeType,
      chunks: counted(),
      way: null,
    });
    return saved.kind === 'cancelled' ? saved : { kind: 'saved', fileName: saved.name, bytes };
  } catch (error) {
    const { technical } = toCondition(error);
    return {
      kind: 'failed',
      condition: { code: 'save-failed', details: { name: fileNameOf(survey, format) }, technical },
    };
  }
}

function requireFormat(id: string): ExportFormat {
  const format = findExportFormat(id);
  if (format === null) throw new Error(`export: no format "${id}"`);
  return format;
}

/** The file in pieces that never stop the page; formats give empty ones while they only read. */
async function* serialize(open: OpenSurvey, format: ExportFormat, options: ExportOptions): AsyncGenerator<string> {
  const { images, rules, labels, smoothing } = open;
  const speciesPer = rules !== null && namesAnimals(rules) ? 'animal' : 'image';
  const rows = exportRowsOf(images, labels, speciesPer, smoothing.outcome);
  let pausedAt = performance.now();
  for (const chunk of format.serialize(rows, { ...contextOf(open), ...options })) {
    if (chunk !== '') yield chunk;
    if (performance.now() - pausedAt < PIECE_MS) continue;
    await letPageAnswer();
    pausedAt = performance.now();
  }
}

function contextOf({ survey, modelPackage, modelVersion, rules }: OpenSurvey): ExportContext {
  const { mode, place, speciesPer } = survey.settings;
  const steps = stepsOf(mode);
  const nameOf = (role: 'detector' | 'classifier') =>
    modelPackage === null ? null : nameOfFile(fileOf(modelPackage, `${role}-weights`) ?? fileOf(modelPackage, role));
  return {
    labels: rules?.labels ?? [],
    packageType: rules?.packageType ?? 'always_crop',
    mode,
    place,
    modelVersion,
    speciesPer,
    detectorName: steps.detector ? nameOf('detector') : null,
    classifierName: steps.classifier ? nameOf('classifier') : null,
  };
}

/** A known file has the name under which it was published, whatever it is called here: result files go by it. */
function nameOfFile(file: PackageFile | null): string | null {
  if (file === null) return null;
  return (file.md5 === null ? null : recogniseModel(file.md5)?.fileName) ?? file.name;
}

const FILE_ENDINGS: Readonly<Record<ExportFormatId, string>> = {
  speciesnet: '-speciesnet',
  megadetector: '-megadetector',
  timelapse: '-timelapse',
};

function fileNameOf({ name }: Survey, format: ExportFormat): string {
  if (format.fileName !== undefined) return format.fileName;
  return suggestFileName(name, `${FILE_ENDINGS[format.id as ExportFormatId]}${format.extension}`);
}
