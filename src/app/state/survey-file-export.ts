import { writeSurveyFile, type SurveyFileHeader, type SurveyFileImage } from '../../domain/survey-file';
import type { AppStorage } from '../../storage/app-storage';
import type { OpenSurvey } from './app-state';

/** Beside the formats of result files: everything that is known of a survey, for another computer. */
export const SURVEY_FILE_ID = 'survey-file';

/** When each file was changed, as it was listed: milliseconds since 1970 by path. */
async function readChangeTimes(storage: AppStorage, surveyId: string): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  await storage.listings.readListing(surveyId, ({ filepaths, modified }) => {
    filepaths.forEach((filepath, at) => times.set(filepath, modified[at]!));
  });
  return times;
}

/** The text of the open survey's file, line by line. */
export async function* surveyFile(open: OpenSurvey, storage: AppStorage): AsyncGenerator<string> {
  const changeTimes = await readChangeTimes(storage, open.survey.id);
  yield* writeSurveyFile(headerOf(open), imagesOf(open, changeTimes));
}

function* imagesOf({ images }: OpenSurvey, changeTimes: ReadonlyMap<string, number>): Generator<SurveyFileImage> {
  for (const { filepath, size, inference, review } of images) {
    const lastModified = Math.trunc(changeTimes.get(filepath) ?? 0);
    yield { inference, listed: { filepath, size, lastModified }, review };
  }
}

/** Labels of imported results follow the package's own, and are named once more, so that both can be told apart. */
function headerOf({ survey, rules, labels, modelPackage, modelVersion }: OpenSurvey): SurveyFileHeader {
  const { packageId, ...settings } = survey.settings;
  const hasFacts = survey.counts.done > 0;
  return {
    name: survey.name,
    package:
      !hasFacts || packageId === null || rules === null
        ? null
        : {
            id: packageId,
            name: modelPackage?.name ?? modelVersion,
            version: modelVersion,
            type: rules.packageType,
            labels,
          },
    settings: { ...settings, extraLabels: survey.extraLabels },
    counts: survey.counts,
  };
}
