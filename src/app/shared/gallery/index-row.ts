import { smoothedBest } from '../../../domain/smoothed-image';
import { parseWallClock } from '../../../domain/wall-clock';
import type { SurveyImage } from '../../state/app-state';
import { factOf } from '../../state/survey-row';
import { isNamed, isSameAnswer, machineAnswerOf, namesOf, scoreOf } from '../images/image-answer';
import { IMAGE_KINDS } from '../images/image-groups';
import { bestConf, failureBitsOf, folderOfPath, originBitsOf, uncertaintyOf } from './image-facets';
import { knownNames, type KnownNames } from './image-names';
import { reviewBitsOf } from './review-states';

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;

/** What the index has of one image, under the names of the columns; the last ones are values of columns. */
export interface IndexRow {
  readonly kinds: number;
  readonly scores: number;
  readonly confs: number;
  readonly uncertainties: number;
  readonly seconds: number;
  readonly origins: number;
  readonly failures: number;
  readonly species: number;
  readonly reviews: number;
  readonly hours: number;
  readonly names: KnownNames;
  readonly folder: string;
  /** Since 1970, on the camera's clock; null = not known. */
  readonly day: number | null;
}

/** The image isn't described for it: of a large survey the index reads 200,000, and few are shown. */
export function rowOf(image: SurveyImage, labels: readonly string[]): IndexRow {
  const { review, rejected } = image;
  const fact = factOf(image);
  const machine = machineAnswerOf(image, labels);
  const names = knownNames(namesOf(image, machine));
  const main = review?.observations?.[0];
  const isSmoothed = main === undefined && smoothedBest(image.smoothed, rejected) !== null;
  const hasAnswer = isNamed(names.kind);
  const capturedAt = fact?.capturedAt ?? null;
  const seconds = capturedAt === null ? Number.NaN : (parseWallClock(capturedAt) ?? Number.NaN);
  const day = Number.isNaN(seconds) ? null : Math.floor(seconds / DAY_SECONDS);
  return {
    kinds: IMAGE_KINDS.indexOf(names.kind),
    scores: scoreOf(image, machine) ?? Number.NaN,
    confs: hasAnswer && fact !== null ? bestConf(fact, rejected) : Number.NaN,
    uncertainties: hasAnswer && fact !== null ? uncertaintyOf(fact, rejected) : Number.NaN,
    seconds,
    origins: hasAnswer ? originBitsOf(image, isSmoothed) : 0,
    failures: fact === null ? 0 : failureBitsOf(fact),
    species: Math.min(255, (names.kind === 'animal' ? 1 : 0) + names.others.length),
    reviews: reviewBitsOf(review, main === undefined ? null : isSameAnswer(machine, main.label)),
    hours: day === null ? -1 : Math.floor((seconds - day * DAY_SECONDS) / HOUR_SECONDS),
    names,
    folder: folderOfPath(image.filepath),
    day,
  };
}

/** `YYYY-MM-DD` of a number of days since 1970. */
export const dateOf = (day: number): string => new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
