import { guessOrigin } from '../../domain/partial-predictions';
import type { ResultRecord } from '../../domain/parse-result-record';
import type { ImportKind, ImportOffer, ImportUse } from './app-state';
import type { ImportContent } from './read-import';

/** What the open survey holds, as far as it decides what a file can be used for. */
export interface ImportTarget {
  readonly hasImage: (filepath: string) => boolean;
  readonly hasLabel: (label: string) => boolean;
}

/** Names of entries that belong to nothing, shown to the person. */
const SHOWN_UNMATCHED = 5;

/** What a file is, how much of it belongs to the survey, and what it can be used for. */
export function offerImport(fileName: string, content: ImportContent, target: ImportTarget): ImportOffer {
  const names = namesIn(content);
  const isKnown = content.kind === 'target-species' ? target.hasLabel : target.hasImage;
  const isAboutSurvey = content.kind !== 'geofence-rules';
  const unmatched = isAboutSurvey ? names.filter((name) => !isKnown(name)) : [];
  const kind = kindOf(content);
  return {
    fileName,
    kind,
    count: names.length,
    matched: names.length - unmatched.length,
    unmatched: unmatched.slice(0, SHOWN_UNMATCHED),
    uses: USES[kind],
  };
}

const USES: Readonly<Record<ImportKind, readonly ImportUse[]>> = {
  predictions: ['continue', 'detections', 'classifications'],
  detections: ['detections', 'continue'],
  classifications: ['classifications', 'continue'],
  megadetector: ['detections'],
  instances: ['instances'],
  'geofence-rules': ['geofence-rules'],
  'target-species': ['target-species'],
};

function kindOf(content: ImportContent): ImportKind {
  return content.kind === 'results' ? kindOfResults(content.records) : content.kind;
}

/** By what the entries hold: a file that was cut off in the middle may hold failures only. */
function kindOfResults(records: readonly ResultRecord[]): ImportKind {
  const origin = guessOrigin(
    records.map(({ prediction, classifications, detections }) => ({
      ...(prediction !== null && { prediction }),
      ...(classifications !== null && { classifications }),
      ...(detections !== null && { detections }),
    })),
  );
  if (origin === 'detector') return 'detections';
  return origin === 'classifier' ? 'classifications' : 'predictions';
}

function namesIn(content: ImportContent): readonly string[] {
  switch (content.kind) {
    case 'results':
      return content.records.map(({ filepath }) => filepath);
    case 'megadetector':
      return content.images.map((image) => pathOf(image));
    case 'instances':
      return content.instances.map(({ filepath }) => filepath);
    case 'geofence-rules':
      return content.fixes.map(({ taxon }) => taxon);
    case 'target-species':
      return content.lines;
  }
}

function pathOf(image: object): string {
  const file = 'file' in image ? image.file : null;
  return typeof file === 'string' ? file.replaceAll('\\', '/') : '';
}
