import type { JudgedImage } from '../../../domain/review-modes/find-agreement';
import { taxonAtLevel } from '../../../domain/review-modes/taxon-at-level';
import { machineLineOf } from '../../state/suggested-observations';
import type { ImageDescription } from './describe-image';
import type { AgreementFilter } from './image-filter';

/** The main thing that machine and person see in an image; null while one of them has not said anything. */
export function judgedOf(description: ImageDescription): JudgedImage | null {
  const human = description.review?.observations?.[0]?.label;
  const machine = machineLineOf(description);
  return human === undefined || machine === null ? null : { machine, human };
}

/** True for an image of one cell of the table of agreement. */
export function isInCell(description: ImageDescription, { level, machine, human }: AgreementFilter): boolean {
  const judged = judgedOf(description);
  if (judged === null) return false;
  return taxonAtLevel(judged.machine, level) === machine && taxonAtLevel(judged.human, level) === human;
}
