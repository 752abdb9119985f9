import type { Bbox } from '../../../domain/detection';
import type { ClassScores } from '../../../domain/inference';
import { alikeThreshold } from '../../../domain/review-modes/alike-threshold';
import { createDenseSpace } from '../../../domain/review-modes/create-dense-space';
import { createSparseSpace } from '../../../domain/review-modes/create-sparse-space';
import { findSimilarClusters } from '../../../domain/review-modes/find-similar-clusters';
import { orderSimilarFirst } from '../../../domain/review-modes/order-similar-first';
import { readLabel } from '../../shared/images/read-label';
import { SHOWN_CONF } from '../../shared/images/shown-boxes';
import { cropOf, type FoundVectors, type LikenessBasis } from '../../shared/similar/crop-keys';
import type { SurveyImage } from '../../state/app-state';
import { machineLineOf } from '../../state/suggested-observations';
import { factOf } from '../../state/survey-row';

/** One animal of the species that is gone through. */
export interface SpeciesBox {
  readonly filepath: string;
  /** Its number in `Inference.detections`; null = the image has no box of its kind, and all of it is shown. */
  readonly index: number | null;
  readonly bbox: Bbox;
}

/** The animals of a species. */
export interface SpeciesBoxes {
  /** In the order of the images; blanks, which have no boxes, with the most doubtful first. */
  readonly boxes: readonly SpeciesBox[];
  /** Of each the classifier's answer; null = none. */
  readonly scores: readonly (ClassScores | null)[];
  /** True = nothing is seen in them, so nothing can be alike. */
  readonly areBlank: boolean;
}

/** The animals of a species in groups of alike ones. */
export interface SpeciesGroups {
  /** The largest group first, then always the one most like the last one; those that are alone come last. */
  readonly groups: readonly (readonly SpeciesBox[])[];
  /** What likeness was taken from; null = they are in no groups. */
  readonly basis: LikenessBasis | null;
}

const WHOLE: Bbox = [0, 0, 1, 1];

/** Crops whose scores overlap less than this stand in different groups. */
const ALIKE = 0.8;

/** The label lines that can be gone through, and how many images of each nobody has reviewed. */
export function countSpeciesLeft(
  images: readonly SurveyImage[],
  labels: readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const image of images) {
    const line = machineLineOf(image, labels); // of none that was not read
    if (line === null) continue;
    const isLeft = image.review?.observations == null;
    counts.set(line, (counts.get(line) ?? 0) + (isLeft ? 1 : 0));
  }
  return counts;
}

/** The boxes of all images that the machine calls so, reviewed or not. In pieces. */
export function* findSpeciesBoxes(
  images: readonly SurveyImage[],
  labels: readonly string[],
  line: string,
): Generator<void, SpeciesBoxes> {
  const boxes: SpeciesBox[] = [];
  const scores: (ClassScores | null)[] = [];
  for (const image of images) {
    if (machineLineOf(image, labels) === line) {
      for (const box of boxesOf(image, readLabel(line).kind)) {
        boxes.push(box);
        scores.push(cropOf(image.inference?.crops ?? {}, box.index));
      }
    }
    yield;
  }
  const areBlank = readLabel(line).kind === 'blank';
  return { boxes: areBlank ? doubtfulFirst(boxes, images) : boxes, scores, areBlank };
}

/**
 * Groups boxes by likeness: of their embeddings where the run has kept some, else of the classifier's scores. Those that are alike
 * stand together, the odd ones last. In pieces.
 */
export function* groupSpeciesBoxes(
  { boxes, scores, areBlank }: SpeciesBoxes,
  vectors: FoundVectors,
): Generator<void, SpeciesGroups> {
  if (areBlank) return { groups: boxes.map((box) => [box]), basis: null };
  const found = boxes.map(({ filepath, index }) => cropOf(vectors.get(filepath) ?? {}, index));
  const size = found.find((vector) => vector !== null)?.length ?? 0;
  const hasVectors = size > 0;
  // A box without a vector is like no other.
  const space = hasVectors
    ? yield* createDenseSpace(found.map((vector) => (vector?.length === size ? vector : new Int8Array(size))))
    : yield* createSparseSpace(scores);
  const clusters = yield* findSimilarClusters(space, hasVectors ? yield* alikeThreshold(space) : ALIKE);
  const groups = yield* orderSimilarFirst(space, clusters);
  return {
    groups: groups.map(({ vectors: members }) => members.map((member) => boxes[member]!)),
    basis: hasVectors ? 'embedding' : 'scores',
  };
}

function doubtfulFirst(boxes: readonly SpeciesBox[], images: readonly SurveyImage[]): readonly SpeciesBox[] {
  const scores = new Map(images.map(({ filepath, prediction }) => [filepath, prediction?.score ?? 0]));
  return boxes.toSorted((one, other) => scores.get(one.filepath)! - scores.get(other.filepath)!);
}

function boxesOf(image: SurveyImage, kind: string): readonly SpeciesBox[] {
  const { filepath, rejected } = image;
  const inference = factOf(image)?.read();
  const boxes = (inference?.detections ?? []).flatMap(({ label, conf, bbox }, index) =>
    label === kind && conf >= SHOWN_CONF && rejected?.has(index) !== true ? [{ filepath, index, bbox }] : [],
  );
  return boxes.length > 0 ? boxes : [{ filepath, index: null, bbox: WHOLE }];
}
