import type { AnimalConclusion } from '../../domain/conclude-animal';
import { boxCandidatesOf, namesAnimals } from '../../domain/facts';
import { findExportFormat, type ExportFormatId } from '../../domain/formats';
import type { ExportContext, ExportFormat, ExportRow } from '../../domain/formats/export-format';
import type { ImagePlace } from '../../domain/image-place';
import type { Inference } from '../../domain/inference';
import { recogniseModel } from '../../domain/known-models';
import { fileOf, type PackageFile } from '../../domain/model-package';
import type { RecordPlace } from '../../domain/speciesnet-record';
import { stepsOf } from '../../pipeline/infer-image';
import { saveFile } from '../../files/save-file';
import { suggestFileName } from '../../files/suggest-file-name';
import type { ExportOptions, OpenSurvey, SaveOutcome, SurveyImage } from './app-state';
import { toCondition } from './condition';
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

/** The beginning of the file, and its exact size: the whole of it is made once, piece by piece, and not kept. */
export async function previewExport(
  open: OpenSurvey,
  formatId: string,
  options: ExportOptions,
): Promise<ExportPreview> {
  const format = requireFormat(formatId);
  const encoder = new TextEncoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of serialize(open, format, options)) {
    if (text.length < PREVIEW_CHARACTERS) text += chunk;
    bytes += encoder.encode(chunk).length;
  }
  return { text: text.slice(0, PREVIEW_CHARACTERS), bytes, fileName: fileNameOf(open, format) };
}

/** From a click: the picker where the browser has one, else a download. */
export async function saveExport(open: OpenSurvey, formatId: string, options: ExportOptions): Promise<SaveOutcome> {
  const format = requireFormat(formatId);
  let bytes = 0;
  const encoder = new TextEncoder();
  async function* counted() {
    for await (const chunk of serialize(open, format, options)) {
      bytes += encoder.encode(chunk).length;
      yield chunk;
    }
  }
  try {
    const saved = await saveFile({
      suggestedName: fileNameOf(open, format),
      mediaType: format.mimeType,
      chunks: counted(),
      way: null,
    });
    return saved.kind === 'cancelled' ? saved : { kind: 'saved', fileName: saved.name, bytes };
  } catch (error) {
    const { technical } = toCondition(error);
    return {
      kind: 'failed',
      condition: { code: 'save-failed', details: { name: fileNameOf(open, format) }, technical },
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
  let pausedAt = performance.now();
  for (const chunk of format.serialize(rowsOf(open), { ...contextOf(open), ...options })) {
    if (chunk !== '') yield chunk;
    if (performance.now() - pausedAt < PIECE_MS) continue;
    await letPageAnswer();
    pausedAt = performance.now();
  }
}

/** Images that have facts; those still to do are left out, so that the reference program would go on with them. */
function* rowsOf({ images, labels, rules }: OpenSurvey): Generator<ExportRow> {
  const isPerAnimal = rules !== null && namesAnimals(rules);
  for (const { inference, prediction, animals, rejected, place } of images) {
    if (inference === null) continue;
    yield {
      inference,
      prediction,
      animals: isPerAnimal ? withRawClasses(inference, animals, labels) : null,
      rejected,
      ...(place !== null && { place: recordPlaceOf(place) }),
    };
  }
}

/** The rows keep conclusions only; the classes they follow from are in the facts. */
function withRawClasses(
  inference: Inference,
  animals: SurveyImage['animals'],
  labels: readonly string[],
): readonly (AnimalConclusion | null)[] {
  return animals.map((animal, index) => {
    const raw = boxCandidatesOf(inference, index, labels);
    return animal === null || raw === null ? null : { ...animal, raw };
  });
}

/** Under the names that result files have for them. */
function recordPlaceOf({ country, admin1Region, latitude, longitude }: ImagePlace): RecordPlace {
  return { country, admin1_region: admin1Region, latitude, longitude };
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

function fileNameOf({ survey }: OpenSurvey, format: ExportFormat): string {
  if (format.fileName !== undefined) return format.fileName;
  return suggestFileName(survey.name, `${FILE_ENDINGS[format.id as ExportFormatId]}${format.extension}`);
}
