import type { StoredFact } from '../../../domain/packed-facts/stored-fact';
import type { Rejected } from '../../../domain/rejected-detections';
import { smoothedBest } from '../../../domain/smoothed-image';
import type { SurveyImage } from '../../state/app-state';
import { factOf } from '../../state/survey-row';
import { readLabel, type LabelKind, type LabelWords } from './read-label';
import { SHOWN_CONF } from './shown-boxes';

/** What an image is shown as: what its label says, or the state it is in. */
export type ImageKind = LabelKind | 'failed' | 'waiting';

/** What somebody calls the image as a whole. */
export interface Answer {
  readonly kind: ImageKind;
  /** The concluded label, or the classifier's first when there are no rules to conclude with; then it says the kind. */
  readonly label: LabelWords | null;
  /** The whole label line behind `label`. */
  readonly labelLine: string | null;
}

/** What an image is called. */
export interface ImageNames extends Pick<Answer, 'kind' | 'label'> {
  /** Other species that single boxes of the image have, most certain first. */
  readonly others: readonly LabelWords[];
}

const WAITING: Answer = { kind: 'waiting', label: null, labelLine: null };
const FAILED: Answer = { kind: 'failed', label: null, labelLine: null };
const UNKNOWN: Answer = { kind: 'unknown', label: null, labelLine: null };

/** What the machine calls the image, whatever people say: for questions about all images, of which few are described. */
export function machineAnswerOf(image: SurveyImage, labels: readonly string[]): Answer {
  const fact = factOf(image);
  if (fact === null) return WAITING;
  if (isUnread(fact)) return FAILED;
  const { prediction, smoothed, rejected } = image;
  if (prediction !== null) return answerOf(smoothedBest(smoothed, rejected)?.label ?? prediction.label);
  // Detections only, or a classifier without a detector.
  if (fact.boxes !== null) return { kind: kindOfBox(fact, bestBox(fact, rejected)), label: null, labelLine: null };
  const line = labels[fact.read().crops.image?.classes[0] ?? -1];
  return line === undefined ? UNKNOWN : answerOf(line);
}

/** What the image is called as a whole: a person's word comes first. */
export function imageAnswerOf(image: SurveyImage, labels: readonly string[]): Answer {
  const line = image.review?.observations?.[0]?.label;
  return line === undefined ? machineAnswerOf(image, labels) : answerOf(line);
}

function answerOf(line: string): Answer {
  const label = readLabel(line);
  return { kind: label.kind, label, labelLine: line };
}

function kindOfBox(fact: StoredFact, box: number): LabelKind {
  return box !== -1 && fact.confOf(box) >= SHOWN_CONF ? fact.labelOf(box) : 'blank';
}

/** The number of the first box that was not rejected; -1 = there is none. */
export function bestBox(fact: StoredFact, rejected: Rejected): number {
  const boxes = fact.boxes ?? 0;
  for (let box = 0; box < boxes; box++) if (rejected?.has(box) !== true) return box;
  return -1;
}

/** Whether there is an answer that can be compared with those of other images. */
export const isNamed = (kind: ImageKind) => kind !== 'failed' && kind !== 'waiting';

/** True for an image that the networks have looked at, and could. */
export function isRead(image: SurveyImage): boolean {
  const fact = factOf(image);
  return fact !== null && !isUnread(fact);
}

/** GEOLOCATION does not stop a conclusion: the image was read. */
function isUnread({ failures }: StoredFact): boolean {
  return failures.length > 0 && failures.some((failure) => failure !== 'GEOLOCATION');
}

/** True when the machine's answer is this label. Detections only name no label line: there the kinds are compared. */
export function isSameAnswer({ kind, labelLine }: Answer, line: string): boolean {
  return labelLine === null ? kind === readLabel(line).kind : labelLine === line;
}

/** The score of the machine's label; the conf of the best box when there are only boxes. */
export function scoreOf(image: SurveyImage, { kind, label }: Answer): number | null {
  const fact = factOf(image);
  if (fact === null || kind === 'failed') return null;
  if (image.prediction !== null) return image.prediction.score;
  if (fact.boxes === null) return label === null ? null : (fact.scoresOf('image')?.[0] ?? null);
  const best = bestBox(fact, image.rejected);
  return best === -1 ? null : fact.confOf(best);
}

const NO_OTHERS: readonly LabelWords[] = [];

/** What the image is called, with its further species: a person's words come first. `machine` = what the machine calls it. */
export function namesOf(image: SurveyImage, machine: Answer): ImageNames {
  const said = image.review?.observations?.map(({ label }) => readLabel(label));
  const main = said?.[0];
  if (main === undefined) return { kind: machine.kind, label: machine.label, others: otherSpecies(image, machine) };
  return { kind: main.kind, label: main, others: said!.slice(1) };
}

/**
 * Species of boxes that the image's own label does not say. A wider group of one that is named already ("mammal" beside
 * "red fox") tells nothing new.
 */
export function otherSpecies(image: SurveyImage, { label: main, labelLine }: Answer): readonly LabelWords[] {
  const { prediction, animals, rejected, smoothed } = image;
  const fact = factOf(image);
  if (fact === null || prediction === null || main === null || animals.length < 2) return NO_OTHERS;
  const boxes = Math.min(animals.length, fact.boxes ?? 0);
  let others: LabelWords[] | null = null;
  for (let box = 0; box < boxes; box++) {
    const animal = animals[box] ?? null;
    if (animal === null || rejected?.has(box) === true) continue;
    const line = smoothed?.get(box)?.label ?? animal.label;
    if (line === labelLine) continue; // as it mostly is
    if (fact.labelOf(box) !== 'animal' || fact.confOf(box) < SHOWN_CONF) continue;
    const label = readLabel(line);
    if (label.kind !== 'animal' || isWithin(main, label)) continue;
    if (others === null) others = [label];
    else if (!others.some((other) => isWithin(other, label))) others.push(label);
  }
  return others ?? NO_OTHERS;
}

/** True when `label` is the same taxon as `other`, or a group that it belongs to. */
function isWithin(other: LabelWords, label: LabelWords): boolean {
  return label === other || label.taxa.every((name, level) => name === '' || name === other.taxa[level]);
}
