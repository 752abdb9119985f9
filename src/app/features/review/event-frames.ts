import type { SurveyEvent } from '../../../domain/events';
import type { LabelledBox } from '../../../domain/review-modes/find-max-n';
import { ANIMAL, HUMAN, VEHICLE } from '../../../domain/special-labels';
import { isRead } from '../../shared/images/image-answer';
import { readLabel } from '../../shared/images/read-label';
import type { SurveyImage } from '../../state/app-state';
import { machineLineOf } from '../../state/suggested-observations';
import { isSaid } from './said';

/** One image of an event that could be read. */
export interface EventFrame {
  readonly filepath: string;
  /** What is in it: what a person says, else the machine; null = nobody says anything. */
  readonly line: string | null;
  readonly isReviewed: boolean;
  readonly boxes: readonly LabelledBox[];
}

/** The frames of an event in order of time, without those that could not be read. */
export function framesOf(
  { filepaths }: SurveyEvent,
  imageOf: (filepath: string) => SurveyImage | null,
  labels: readonly string[],
): readonly EventFrame[] {
  return filepaths.flatMap((filepath) => {
    const image = imageOf(filepath);
    if (image === null || !isRead(image)) return [];
    const line = image.review?.observations?.[0]?.label ?? machineLineOf(image, labels);
    return [{ filepath, line, isReviewed: isSaid(image.review), boxes: boxesOf(image, line) }];
  });
}

/** True when somebody has said what it shows of every frame that could be read. */
export function isEventDone({ filepaths }: SurveyEvent, imageOf: (filepath: string) => SurveyImage | null): boolean {
  return filepaths.every((filepath) => {
    const image = imageOf(filepath);
    return image === null || isSaid(image.review) || !isRead(image);
  });
}

/** What a person counted, as so many certain boxes; else the detector's boxes. */
function boxesOf({ review, inference, animals, smoothed, rejected }: SurveyImage, line: string | null) {
  const { observations } = review ?? { observations: null };
  if (observations !== null) {
    return observations.flatMap(({ label, count }) => Array<LabelledBox>(count ?? 0).fill({ label, conf: 1 }));
  }
  return (inference?.detections ?? []).flatMap(({ label, conf }, index) => {
    if (rejected?.has(index) === true) return [];
    if (label !== 'animal') return [{ label: label === 'human' ? HUMAN : VEHICLE, conf }];
    const own = smoothed?.get(index)?.label ?? animals[index]?.label ?? null;
    return [{ label: nameOfBox(own, line), conf }];
  });
}

/** A whole species of its own, else what the image is called, if that is an animal. */
function nameOfBox(own: string | null, line: string | null): string {
  if (own !== null && readLabel(own).level === 'species') return own;
  return line !== null && readLabel(line).kind === 'animal' ? line : (own ?? ANIMAL);
}
