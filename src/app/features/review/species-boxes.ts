import type { Bbox } from '../../../domain/detection';
import type { ClassScores } from '../../../domain/inference';
import { createSparseSpace } from '../../../domain/review-modes/create-sparse-space';
import { findSimilarClusters } from '../../../domain/review-modes/find-similar-clusters';
import { orderSimilarFirst } from '../../../domain/review-modes/order-similar-first';
import { describeImage, type ImageDescription } from '../../shared/images/describe-image';
import { readLabel } from '../../shared/images/read-label';
import { SHOWN_CONF } from '../../shared/images/shown-boxes';
import type { SurveyImage } from '../../state/app-state';
import { machineLineOf } from '../../state/suggested-observations';
import { isReadable } from './said';

/** One animal of the species that is gone through. */
export interface SpeciesBox {
  readonly filepath: string;
  /** Its number in `Inference.detections`; null = the image has no box of its kind, and all of it is shown. */
  readonly index: number | null;
  readonly bbox: Bbox;
}

const WHOLE: Bbox = [0, 0, 1, 1];

/** Crops whose scores overlap less than this stand in different groups. */
const ALIKE = 0.8;

/** The label lines that can be gone through, and how many images of each nobody has reviewed. */
export function countSpeciesLeft(descriptions: readonly ImageDescription[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const description of descriptions) {
    const line = machineLineOf(description);
    if (line === null || !isReadable(description)) continue;
    const isLeft = description.review?.observations == null;
    counts.set(line, (counts.get(line) ?? 0) + (isLeft ? 1 : 0));
  }
  return counts;
}

/**
 * The boxes of all images that the machine calls so, reviewed or not. Those that the classifier sees alike stand together, the
 * largest group first, the odd ones last. Blanks have no boxes and are not alike: the most doubtful come first. In pieces.
 */
export function* findSpeciesBoxes(
  images: readonly SurveyImage[],
  labels: readonly string[],
  line: string,
): Generator<void, readonly SpeciesBox[]> {
  const boxes: SpeciesBox[] = [];
  const scores: (ClassScores | null)[] = [];
  for (const image of images) {
    if (machineLineOf(describeImage(image, labels)) === line) {
      for (const box of boxesOf(image, readLabel(line).kind)) {
        boxes.push(box);
        scores.push(scoresOf(image, box.index));
      }
    }
    yield;
  }
  if (readLabel(line).kind === 'blank') return doubtfulFirst(boxes, images);
  const space = yield* createSparseSpace(scores);
  const clusters = yield* findSimilarClusters(space, ALIKE);
  const groups = yield* orderSimilarFirst(space, clusters);
  return groups.flatMap(({ vectors }) => vectors.map((vector) => boxes[vector]!));
}

function doubtfulFirst(boxes: readonly SpeciesBox[], images: readonly SurveyImage[]): readonly SpeciesBox[] {
  const scores = new Map(images.map(({ filepath, prediction }) => [filepath, prediction?.score ?? 0]));
  return boxes.toSorted((one, other) => scores.get(one.filepath)! - scores.get(other.filepath)!);
}

function boxesOf({ filepath, inference, rejected }: SurveyImage, kind: string): readonly SpeciesBox[] {
  const boxes = (inference?.detections ?? []).flatMap(({ label, conf, bbox }, index) =>
    label === kind && conf >= SHOWN_CONF && rejected?.has(index) !== true ? [{ filepath, index, bbox }] : [],
  );
  return boxes.length > 0 ? boxes : [{ filepath, index: null, bbox: WHOLE }];
}

/** Of the box's own crop; of the image where boxes were not looked at one by one. */
function scoresOf({ inference }: SurveyImage, index: number | null): ClassScores | null {
  const crops = inference?.crops ?? {};
  const own = index === null ? undefined : (crops[`box${index}`] ?? crops[`${index}`]);
  return own ?? crops['0'] ?? crops.image ?? null;
}
