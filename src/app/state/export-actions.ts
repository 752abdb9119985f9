import { findExportFormat, type ExportFormatId } from '../../domain/formats';
import type { ExportContext, ExportFormat, ExportRow } from '../../domain/formats/export-format';
import { fileOf } from '../../domain/model-package';
import { saveFile } from '../../files/save-file';
import { suggestFileName } from '../../files/suggest-file-name';
import type { OpenSurvey, SaveOutcome } from './app-state';
import { toCondition } from './condition';
import { letPageAnswer } from './let-page-answer';

/** Enough of the file to fill the preview. */
const PREVIEW_CHARACTERS = 4000;
const CHUNKS_AT_A_TIME = 2000;

export interface ExportPreview {
  readonly text: string;
  readonly bytes: number;
  readonly fileName: string;
}

/** The beginning of the file, and its exact size: the whole of it is made once, piece by piece, and not kept. */
export async function previewExport(open: OpenSurvey, formatId: string): Promise<ExportPreview> {
  const format = requireFormat(formatId);
  const encoder = new TextEncoder();
  let text = '';
  let chunks = 0;
  let bytes = 0;
  for (const chunk of serialize(open, format)) {
    if (text.length < PREVIEW_CHARACTERS) text += chunk;
    bytes += encoder.encode(chunk).length;
    chunks += 1;
    if (chunks % CHUNKS_AT_A_TIME === 0) await letPageAnswer();
  }
  return { text: text.slice(0, PREVIEW_CHARACTERS), bytes, fileName: fileNameOf(open, format) };
}

/** From a click: the picker where the browser has one, else a download. */
export async function saveExport(open: OpenSurvey, formatId: string): Promise<SaveOutcome> {
  const format = requireFormat(formatId);
  let bytes = 0;
  const encoder = new TextEncoder();
  function* counted() {
    for (const chunk of serialize(open, format)) {
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

function serialize(open: OpenSurvey, format: ExportFormat): Generator<string> {
  return format.serialize(rowsOf(open), contextOf(open));
}

/** Images that have facts; those still to do are left out, so that the reference program would go on with them. */
function* rowsOf({ images }: OpenSurvey): Generator<ExportRow> {
  for (const { inference, prediction } of images) if (inference !== null) yield { inference, prediction };
}

function contextOf({ survey, modelPackage, modelVersion, rules }: OpenSurvey): ExportContext {
  const { mode, place } = survey.settings;
  const nameOf = (role: 'detector' | 'classifier') =>
    modelPackage === null ? null : (fileOf(modelPackage, role)?.name ?? null);
  return {
    labels: rules?.labels ?? [],
    packageType: rules?.packageType ?? 'always_crop',
    mode,
    place,
    modelVersion,
    detectorName: mode === 'classify-whole-images' ? null : nameOf('detector'),
    classifierName: mode === 'detections' ? null : nameOf('classifier'),
  };
}

const FILE_ENDINGS: Readonly<Record<ExportFormatId, string>> = {
  speciesnet: '-speciesnet',
  megadetector: '-megadetector',
  'megadetector-animals': '-megadetector-animals',
  timelapse: '-timelapse',
};

function fileNameOf({ survey }: OpenSurvey, format: ExportFormat): string {
  if (format.fileName !== undefined) return format.fileName;
  return suggestFileName(survey.name, `${FILE_ENDINGS[format.id as ExportFormatId]}${format.extension}`);
}
