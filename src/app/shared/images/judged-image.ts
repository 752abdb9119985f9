import type { JudgedImage } from '../../../domain/review-modes/find-agreement';
import { taxonAtLevel } from '../../../domain/review-modes/taxon-at-level';
import type { SurveyImage } from '../../state/app-state';
import { machineLineOf } from '../../state/suggested-observations';
import type { AgreementFilter } from './image-filter';

/** The main thing that machine and person see in an image; null while one of them has not said anything. */
export function judgedOf(image: SurveyImage, labels: readonly string[]): JudgedImage | null {
  const human = image.review?.observations?.[0]?.label;
  const machine = human === undefined ? null : machineLineOf(image, labels);
  return human === undefined || machine === null ? null : { machine, human };
}

/** True for an image of one cell of the table of agreement. */
export function isInCell(
  image: SurveyImage,
  labels: readonly string[],
  { level, machine, human }: AgreementFilter,
): boolean {
  const judged = judgedOf(image, labels);
  if (judged === null) return false;
  return taxonAtLevel(judged.machine, level) === machine && taxonAtLevel(judged.human, level) === human;
}
