import { createLabelNumbers } from '../../domain/imported-inference';
import type { WantedFacts } from '../../domain/merge-decision';
import { ParseError } from '../../domain/parse-error';
import type { ResultRecord } from '../../domain/parse-result-record';
import type { SurveySettings } from '../../domain/survey';
import type { SurveyFileImage, SurveyFilePackage } from '../../domain/survey-file';
import type { SurveyFileContent } from '../../files/read-survey-file';
import type { AppParts } from './app-parts';
import { findPackageForMerge } from './merge-package';
import { MergeRefused } from './merge-refused';
import { imagesOfPredictions, renumbered, wantedOf } from './merge-work';
import type { OpenSession } from './open-session';
import type { ImportContent } from './read-import';
import { runInPieces } from './run-in-pieces';

/** Their facts, made ready for this survey. */
export interface TheirSide {
  readonly images: readonly SurveyFileImage[];
  readonly package: SurveyFilePackage;
  readonly wanted: WantedFacts;
  /** Null = a result file. */
  readonly surveyName: string | null;
  readonly adoptedPackage: string | null;
  /** Of class numbers, those of imported results included. */
  readonly labels: readonly string[];
  readonly extraLabels: readonly string[];
  /** What the survey takes over with the facts. */
  readonly settings: Partial<SurveySettings>;
}

/** Reads the facts of a file as facts of this survey. Throws MergeRefused when they can't be, ParseError for other files. */
export async function readTheirSide(
  parts: AppParts,
  session: OpenSession,
  fileName: string,
  content: ImportContent,
): Promise<TheirSide> {
  if (content.kind === 'results') return readPredictions(parts, session, content.records);
  if (content.kind === 'survey-file') return readSurvey(parts, session, fileName, content);
  throw new ParseError(fileName, 'a survey file or predictions', content.kind);
}

/** Labels stand in such a file in full, so it fits every package. */
async function readPredictions(
  { opening, store }: AppParts,
  session: OpenSession,
  records: readonly ResultRecord[],
): Promise<TheirSide> {
  const survey = session.survey();
  const labels = await opening.readLabels(session);
  const numbers = createLabelNumbers(labels, survey.extraLabels);
  const packageType = store.getState().open?.rules?.packageType ?? 'always_crop';
  const images = await runInPieces(imagesOfPredictions(records, { survey, packageType, numbers }));
  const extraLabels = numbers.extraLabels();
  return {
    images,
    package: { id: '', name: '', version: '', type: packageType, labels },
    wanted: 'all',
    surveyName: null,
    adoptedPackage: null,
    labels: [...labels, ...extraLabels],
    extraLabels,
    settings: {},
  };
}

async function readSurvey(
  { storage }: AppParts,
  session: OpenSession,
  fileName: string,
  { header, images }: SurveyFileContent,
): Promise<TheirSide> {
  const survey = session.survey();
  const found = await findPackageForMerge(storage.packages, session, header);
  if ('condition' in found) throw new MergeRefused(found.condition);
  const { own, labels, isAdopted } = found;
  const isFirst = survey.counts.done === 0;
  const wanted = isFirst ? 'all' : wantedOf(survey.settings.mode, header.settings.mode);
  if (wanted === null) {
    throw new MergeRefused({ code: 'merge-other-mode', details: { name: fileName }, technical: null });
  }
  const numbers = createLabelNumbers(labels, survey.extraLabels);
  const theirLabels = header.package?.labels ?? [];
  const numbered =
    'sha256' in theirLabels ? images : await runInPieces(renumbered(images, theirLabels, labels.length, numbers));
  const extraLabels = numbers.extraLabels();
  return {
    images: numbered,
    package: own,
    wanted,
    surveyName: header.name,
    adoptedPackage: isAdopted ? own.name : null,
    labels: [...labels, ...extraLabels],
    extraLabels,
    settings: isFirst ? { packageId: own.id, mode: header.settings.mode } : {},
  };
}
