import { topClassOf } from '../facts';
import { commonNameOf, scientificNameOf } from '../label';
import { cameraFolderOf, folderOf } from '../megadetector/camera-folder';
import { roundDecimals } from '../python-number';
import type { ImageReview, Observation } from '../review/image-review';
import { ANIMAL, BLANK, HUMAN, UNKNOWN, VEHICLE } from '../special-labels';
import { smoothedBest } from '../smoothed-image';
import type { CsvCell } from './csv-text';
import type { ExportContext, ExportRow } from './export-format';

/** The columns of the table of a review, in order. */
export const REVIEW_COLUMNS = [
  'filepath',
  'folder',
  'deployment',
  'event',
  'captured_at',
  'observation',
  'observations',
  'label',
  'scientific_name',
  'class',
  'order',
  'family',
  'genus',
  'species',
  'label_id',
  'count',
  'sex',
  'life_stage',
  'behavior',
  'individual',
  'machine_label',
  'machine_scientific_name',
  'machine_label_id',
  'machine_score',
  'machine_source',
  'agrees',
  'boxes_kept',
  'boxes_moved',
  'boxes_added',
  'boxes_removed',
  'flagged',
  'starred',
  'note',
  'reviewer',
  'reviewed_at',
] as const;

/** What the machine says of an image. */
interface MachineAnswer {
  readonly label: string;
  readonly score: number | null;
  readonly source: string;
}

/** Weaker boxes are noise (megadetector 10.0.24, typical threshold of MDv5 files). */
const SEEN_CONF = 0.2;
const BOX_LABELS = { animal: ANIMAL, human: HUMAN, vehicle: VEHICLE } as const;

/**
 * The lines of one image: one for each observation of the person; one without a label when the person only flagged, starred,
 * noted or left other boxes; none when nobody said anything. Cells in the order of REVIEW_COLUMNS. Times are the camera's own
 * for `captured_at`, and UTC for `reviewed_at`.
 */
export function reviewLines(row: ExportRow, context: ExportContext): readonly (readonly CsvCell[])[] {
  const { review } = row;
  if (review == null) return [];
  const observations: readonly (Observation | null)[] = review.observations ?? [null];
  const machine = machineAnswer(row, context);
  return observations.map((observation, index) => [
    ...placeCells(row),
    observation === null ? null : index + 1,
    review.observations?.length ?? 0,
    ...observationCells(observation),
    ...machineCells(machine),
    // Of the main label only: the machine's answer is one for the whole image.
    observation === null || machine === null || index > 0 ? null : yesOrNo(observation.label === machine.label),
    ...boxCells(row, review),
    yesOrNo(review.isFlagged),
    yesOrNo(review.isStarred),
    review.note,
    review.by,
    review.at === 0 ? null : new Date(review.at).toISOString(),
  ]);
}

function placeCells({ inference, event }: ExportRow): readonly CsvCell[] {
  const { filepath, capturedAt } = inference;
  return [filepath, folderOf(filepath), event?.deployment ?? cameraFolderOf(filepath), event?.id ?? null, capturedAt];
}

function observationCells(observation: Observation | null): readonly CsvCell[] {
  if (observation === null) return Array<CsvCell>(13).fill(null);
  const { label, count, sex, lifeStage, behavior, individual } = observation;
  const [id = '', ...parts] = label.split(';');
  // "No result" of a machine is a person's "cannot tell".
  const names = label === UNKNOWN ? ['unknown', '', '', '', '', '', ''] : [...namesOf(label), ...parts.slice(0, 5)];
  return [...names, id, count, sex, lifeStage, behavior, individual];
}

function machineCells(machine: MachineAnswer | null): readonly CsvCell[] {
  if (machine === null) return [null, null, null, null, null];
  const { label, score, source } = machine;
  const names = label === UNKNOWN ? ['unknown', ''] : namesOf(label);
  return [...names, label.slice(0, label.indexOf(';')), score === null ? null : roundDecimals(score, 4), source];
}

const namesOf = (label: string) => [commonNameOf(label), scientificNameOf(label)];

/** The conclusion as smoothing left it, else the classifier's first class of a whole photo, else the best box. */
function machineAnswer(row: ExportRow, context: ExportContext): MachineAnswer | null {
  const { inference, prediction, rejected = null, smoothed = null } = row;
  if (prediction !== null) {
    const label = smoothedBest(smoothed?.changes ?? null, rejected)?.label ?? prediction.label;
    return { label, score: prediction.score, source: prediction.source };
  }
  const { detections } = inference;
  if (detections === null) {
    const top = topClassOf(inference, context);
    return top && { ...top, source: 'classifier' };
  }
  const best = detections.find((_, index) => rejected?.has(index) !== true);
  if (best === undefined || best.conf < SEEN_CONF)
    return { label: BLANK, score: best?.conf ?? null, source: 'detector' };
  return { label: BOX_LABELS[best.label], score: best.conf, source: 'detector' };
}

/** Empty while the detector's boxes stand as they are. Of these, the seen ones that were not rejected as repeats count. */
function boxCells({ inference, rejected = null }: ExportRow, { boxes }: ImageReview): readonly CsvCell[] {
  if (boxes === null) return [null, null, null, null];
  const detections = inference.detections ?? [];
  const from = new Map(boxes.flatMap((box) => (box.from === null ? [] : [[box.from, box] as const])));
  const kept = boxes.filter(({ from: number, bbox }) => number !== null && isSame(bbox, detections[number]?.bbox));
  const added = boxes.filter(({ from: number }) => number === null);
  const removed = detections.filter(
    ({ conf }, index) => conf >= SEEN_CONF && rejected?.has(index) !== true && !from.has(index),
  );
  return [kept.length, boxes.length - kept.length - added.length, added.length, removed.length];
}

const isSame = (one: readonly number[], other: readonly number[] | undefined) =>
  other !== undefined && one.every((side, index) => side === other[index]);

const yesOrNo = (isSo: boolean) => (isSo ? 'yes' : 'no');
