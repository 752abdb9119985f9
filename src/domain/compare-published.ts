import type { BoxFact, ComparedFact, ComparedRow, NamedCrop, Verdict } from './compared-row';
import type { Bbox, Detection } from './detection';
import type { Inference } from './inference';
import { splitLabel } from './label';
import { pairBoxes } from './pair-boxes';
import type { AppliedSet, PhotoDetections, PublishedClasses, PublishedDetections } from './published-results';

/**
 * How far a result may be from the published one. Other decoders, resizers and processors move numbers by far less; a wrong
 * network or a wrong conversion by far more. Published numbers are cut to 3 or 4 digits, which is up to 0.001 by itself.
 */
export const TOLERANCES = { conf: 0.01, box: 0.005, score: 0.02 } as const;

/** 0.95 and 0.94 are 0.01 apart, whatever binary fractions make of it. */
const EPSILON = 1e-9;

/** Networks' facts of a reference photo. */
export interface PhotoFacts {
  /** The reference's name of the photo. */
  readonly photo: string;
  readonly inference: Inference;
  /** The package's label lines, by class index. */
  readonly labels: readonly string[];
}

/** The rows of one photo, set by set. A set that says nothing of the photo adds none. */
export function compareWithPublished(sets: readonly AppliedSet[], facts: PhotoFacts): readonly ComparedRow[] {
  return sets.flatMap(({ set }) => (set.kind === 'detections' ? boxRows(set, facts) : classRows(set, facts)));
}

function boxRows(set: PublishedDetections, { photo, inference }: PhotoFacts): readonly ComparedRow[] {
  const published = set.photos.find(({ file }) => file === photo);
  if (published === undefined) return [];
  const row = rowsOf(photo, set.id);
  const { detections, problem } = inference;
  if (detections === null) {
    return [row({ kind: 'unreadable', problem: problem ?? { code: 'detector-failed', detail: '' } }, 'missing')];
  }
  const rows = publishedBoxRows(set, published, detections, row);
  return rows.length === 0 ? [row({ kind: 'no-boxes' }, 'within')] : rows;
}

function publishedBoxRows(
  { minConf }: PublishedDetections,
  published: PhotoDetections,
  detections: readonly Detection[],
  row: RowMaker,
): readonly ComparedRow[] {
  const partners = pairBoxes(published.detections, detections);
  // A box so near the limit of the published list may as well be missing from one of the two.
  const isFaint = (conf: number) => conf <= minConf + TOLERANCES.conf + EPSILON;
  const listed = published.detections.map((box, index): ComparedRow => {
    const here = partners[index] ?? null;
    const number = index + 1;
    if (here === null) {
      const fact: BoxFact = { kind: 'box', number, published: box, here, confDifference: null, boxDifference: null };
      return row(fact, isFaint(box.conf) ? 'within' : 'missing');
    }
    const confDifference = Math.abs(here.conf - box.conf);
    const boxDifference = distanceOf(here.bbox, box.bbox);
    const isWithin =
      here.category === box.category &&
      isNear(here.conf, box.conf, TOLERANCES.conf) &&
      isNear(boxDifference, 0, TOLERANCES.box);
    const fact: BoxFact = { kind: 'box', number, published: box, here, confDifference, boxDifference };
    return row(fact, isWithin ? 'within' : 'outside');
  });
  const extra = detections.filter((detection) => !partners.includes(detection) && !isFaint(detection.conf));
  const unpublished = extra.map((here) =>
    row({ kind: 'box', number: null, published: null, here, confDifference: null, boxDifference: null }, 'outside'),
  );
  return [...listed, ...unpublished];
}

function classRows(set: PublishedClasses, { photo, inference, labels }: PhotoFacts): readonly ComparedRow[] {
  const published = set.photos.find(({ file }) => file === photo);
  if (published === undefined) return [];
  const row = rowsOf(photo, set.id);
  const here = firstClassOf(inference, labels);
  if (here === null && inference.problem !== null) {
    return [row({ kind: 'unreadable', problem: inference.problem }, 'missing')];
  }
  const isSame = here !== null && isSameTaxon(here.label, published.label);
  const scoreDifference = isSame && published.score !== null ? Math.abs(here.score - published.score) : null;
  const isOtherBox = here !== null && !isSameCrop(here.box, published.box);
  const isWithin = isSame && (scoreDifference === null || isNear(scoreDifference, 0, TOLERANCES.score));
  const verdict = here === null ? 'missing' : isWithin ? 'within' : 'outside';
  return [row({ kind: 'class', published, here, scoreDifference, isOtherBox }, verdict)];
}

/** The pipeline names one crop of each photo: that of the best box, or the whole photo when there is none. */
function firstClassOf({ crops, detections }: Inference, labels: readonly string[]): NamedCrop | null {
  const key = crops['0'] === undefined ? 'image' : '0';
  const [index] = crops[key]?.classes ?? [];
  const [score] = crops[key]?.scores ?? [];
  if (index === undefined || score === undefined) return null;
  const label = labels[index];
  if (label === undefined) return null;
  return { label, score, box: key === '0' ? (detections?.[0]?.bbox ?? null) : null };
}

/** Releases spell some ranks in their own way; the number in front of a label stays. */
function isSameTaxon(label: string, other: string): boolean {
  return splitLabel(label)[0] === splitLabel(other)[0];
}

function isSameCrop(box: Bbox | null, other: Bbox | null): boolean {
  if (box === null || other === null) return box === other;
  return isNear(distanceOf(box, other), 0, TOLERANCES.box);
}

function distanceOf(box: Bbox, other: Bbox): number {
  return Math.max(...box.map((value, index) => Math.abs(value - other[index]!)));
}

function isNear(value: number, other: number, tolerance: number): boolean {
  return Math.abs(value - other) <= tolerance + EPSILON;
}

type RowMaker = (fact: ComparedFact, verdict: Verdict) => ComparedRow;

function rowsOf(photo: string, setId: string): RowMaker {
  return (fact, verdict) => ({ photo, setId, fact, verdict });
}
