import type { AnimalConclusion } from '../conclude-animal';
import { DETECTION_LABELS, type Bbox, type Detection, type DetectionCategory } from '../detection';
import type { Inference } from '../inference';
import { mdFailureOf } from '../megadetector/md-image';
import { HUMAN_REVIEW } from '../prediction';
import type { Observation, ReviewBox } from '../review/image-review';
import { UNKNOWN, VEHICLE } from '../special-labels';
import type { ExportRow } from './export-format';
import { isAnyBlank } from './megadetector-mapping';

/** A box that stands after the review, and its name; null = it has none. */
interface StandingBox {
  readonly detection: Detection;
  readonly animal: AnimalConclusion | null;
}

/** Readers of result files take weaker boxes for noise (megadetector 10.0.24, typical threshold of MDv5 files). */
const SEEN_CONF = 0.2;
const WHOLE_PHOTO: Bbox = [0, 0, 1, 1];
const NO_CLASSES = { classes: [], scores: [] };

/** True when a person says something of a row that a file about boxes and names can hold. */
export function isRowReviewed({ review, inference }: ExportRow): boolean {
  const saysSomething = review != null && (review.observations !== null || review.boxes !== null);
  return saysSomething && mdFailureOf(inference) === null;
}

/**
 * A row with what a person says in place of what the machine says, for files about boxes and their names; a row of which nobody
 * says anything, or whose photo could not be read, comes back as it is.
 *
 * - The prediction is the first observation, with score 1 and the source `human_review`.
 * - A photo called blank has no boxes. Where the person left boxes, these are all; drawn ones have conf 1, the others the
 *   detector's. Else the detector's stand, without rejected repeats.
 * - A box has the name of an observation of its kind: its own where that was observed, else the first of the kind. When no box
 *   above 0.2 is of an observed kind, all boxes are of the kind of the first observation.
 * - Where no box reaches 0.2, a box of the whole photo with conf 1 says what was seen, so that no reader takes it for empty.
 */
export function reviewedRow(row: ExportRow): ExportRow {
  const { review, inference } = row;
  if (review == null || !isRowReviewed(row)) return row;
  const { observations } = review;
  const [main] = observations ?? [];
  const isBlank = main !== undefined && isAnyBlank(main.label);
  const boxes = inference.detections === null ? null : isBlank ? [] : namedBoxes(row, observations ?? []);
  const { faintDetections, ...facts } = inference;
  const areFaintKept = faintDetections !== undefined && !isBlank && review.boxes === null;
  return {
    ...row,
    inference: {
      ...facts,
      detections: boxes?.map(({ detection }) => detection) ?? null,
      ...(areFaintKept && { faintDetections }),
      ...(main !== undefined && { failures: inference.failures.filter((failure) => failure !== 'CLASSIFIER') }),
    },
    prediction: main === undefined ? row.prediction : { label: main.label, score: 1, source: HUMAN_REVIEW },
    animals: boxes === null ? (row.animals ?? null) : boxes.map(({ animal }) => animal),
    rejected: row.rejected == null ? null : new Set(),
    smoothed: row.smoothed == null ? null : { changes: new Map(), description: null },
  };
}

/** `reviewedRow` of each. */
export function* reviewedRows(rows: Iterable<ExportRow>): Generator<ExportRow> {
  for (const row of rows) yield reviewedRow(row);
}

/** The boxes that a person left of an image, best first; null = the detector's stand as they are. */
export function boxesLeft({ review, inference }: ExportRow): readonly Detection[] | null {
  const boxes = review?.boxes?.map((box) => detectionOf(box, inference)) ?? null;
  return boxes?.sort((one, other) => other.conf - one.conf) ?? null;
}

/** What is drawn is certain; a moved box keeps its conf. */
function detectionOf({ bbox, category, from }: ReviewBox, { detections }: Inference): Detection {
  const conf = from === null ? 1 : (detections?.[from]?.conf ?? 1);
  return { category, label: DETECTION_LABELS[category], conf, bbox };
}

function namedBoxes(row: ExportRow, observations: readonly Observation[]): readonly StandingBox[] {
  const standing = standingBoxes(row);
  const [main] = observations;
  if (main === undefined) return standing;
  const kinds = new Set(observations.map(({ label }) => categoryOf(label)));
  const mainKind = categoryOf(main.label);
  const isSeen = ({ detection }: StandingBox) => detection.conf >= SEEN_CONF;
  const isOfSeenKind = standing.some((box) => isSeen(box) && kinds.has(box.detection.category));
  const named = standing.map(({ detection, animal }): StandingBox => {
    const category = isOfSeenKind || mainKind === null ? detection.category : mainKind;
    const label = nameOf(category, animal?.label ?? null, observations);
    return {
      detection: { ...detection, category, label: DETECTION_LABELS[category] },
      animal: label === null ? animal : said(label, animal),
    };
  });
  if (mainKind === null || named.some(isSeen)) return named;
  const whole: Detection = { category: mainKind, label: DETECTION_LABELS[mainKind], conf: 1, bbox: WHOLE_PHOTO };
  return [{ detection: whole, animal: said(main.label, null) }, ...named];
}

function standingBoxes({ review, inference, animals, rejected }: ExportRow): readonly StandingBox[] {
  if (review?.boxes == null) {
    return (inference.detections ?? []).flatMap((detection, index) =>
      rejected?.has(index) === true ? [] : [{ detection, animal: animals?.[index] ?? null }],
    );
  }
  return review.boxes
    .map((box): StandingBox => {
      const { label, from } = box;
      const animal = from === null ? null : (animals?.[from] ?? null);
      return {
        detection: detectionOf(box, inference),
        animal: label === null || label === animal?.label ? animal : said(label, animal),
      };
    })
    .sort((one, other) => other.detection.conf - one.detection.conf);
}

/** Null = nothing of that kind was observed. */
function nameOf(category: DetectionCategory, own: string | null, observations: readonly Observation[]): string | null {
  const fitting = observations.filter(({ label }) => (categoryOf(label) ?? category) === category);
  return (fitting.find(({ label }) => label === own) ?? fitting[0])?.label ?? null;
}

function said(label: string, machine: AnimalConclusion | null): AnimalConclusion {
  return { label, score: 1, source: HUMAN_REVIEW, raw: machine?.raw ?? NO_CLASSES };
}

/** What kind of box holds what is called so; null = the label says nothing of it. */
function categoryOf(label: string): DetectionCategory | null {
  if (label === UNKNOWN || isAnyBlank(label)) return null;
  // The genus roll-up of "human" is another label, but still a person.
  if (label.split(';')[4] === 'homo') return '2';
  return label === VEHICLE ? '3' : '1';
}
