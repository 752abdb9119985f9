import type { ImageProblemCode } from '../../../domain/failure';
import type { StoredFact } from '../../../domain/packed-facts/stored-fact';
import type { RollupLevel } from '../../../domain/prediction';
import type { ImageReview } from '../../../domain/review/image-review';
import { smoothedBest, type SmoothedClass } from '../../../domain/smoothed-image';
import type { SurveyImage } from '../../state/app-state';
import { factOf, hasFact, SurveyRow } from '../../state/survey-row';
import { userLocale } from '../format/number-format';
import { currentNaming, readLabel, type LabelKind, type LabelWords } from './read-label';
import { SHOWN_CONF } from './shown-boxes';

/** What an image is shown as: what its label says, or the state it is in. */
export type ImageKind = LabelKind | 'failed' | 'waiting';

/** Everything a tile, a filter or a sort needs to know of one image; words are the catalogue's. */
export interface ImageDescription {
  readonly image: SurveyImage;
  readonly filepath: string;
  readonly fileName: string;
  readonly kind: ImageKind;
  /** The concluded label, or the classifier's first when there are no rules to conclude with. */
  readonly label: LabelWords | null;
  /** The whole label line behind `label`. */
  readonly labelLine: string | null;
  /** The score of the label; the conf of the best box when there are only boxes. */
  readonly score: number | null;
  readonly scoreIs: 'score' | 'conf';
  /** Boxes of the shown kind at or above the shown limit. */
  readonly count: number;
  readonly capturedAt: string | null;
  /** Other species that single boxes of the image have, most certain first. */
  readonly others: readonly LabelWords[];
  readonly isGeofenced: boolean;
  readonly rolledUpTo: RollupLevel | null;
  readonly problem: ImageProblemCode | null;
  /** What smoothing made of the label; null = it stayed. */
  readonly smoothed: SmoothedDescription | null;
  /** What people say of it; null = nothing. */
  readonly review: ImageReview | null;
  /** What the machine says, once a person has said what is there; null = the description is the machine's own. */
  readonly machine: MachineAnswer | null;
}

/** The machine's answer beside a person's. */
export interface MachineAnswer extends Pick<ImageDescription, 'kind' | 'label' | 'labelLine'> {
  /** False where the person says another thing first. */
  readonly isSame: boolean;
}

/** How a label came about that smoothing changed. */
export interface SmoothedDescription extends Pick<SmoothedClass, 'within' | 'step'> {
  /** What the image was called before. */
  readonly was: LabelWords;
}

let remembered = new WeakMap<SurveyImage, ImageDescription>();
let rememberedFor: readonly string[] | null = null;
let rememberedNaming = currentNaming();
let rememberedLocale = userLocale();

/**
 * Remembered by the image's identity: the state layer makes a new object only when something in it changed.
 * Other labels (another survey, a package that came later), other names of labels and another language forget everything:
 * what is remembered of a description holds words.
 */
export function describeImage(image: SurveyImage, labels: readonly string[]): ImageDescription {
  const naming = currentNaming();
  const locale = userLocale();
  if (labels !== rememberedFor || naming !== rememberedNaming || locale !== rememberedLocale) {
    remembered = new WeakMap();
    rememberedFor = labels;
    rememberedNaming = naming;
    rememberedLocale = locale;
  }
  // Nothing is to be said of it yet: a large survey that is opened has many of them, each only for a moment.
  if (!hasFact(image) && image.review === null) return describeMachine(image, labels);
  if (image instanceof SurveyRow) {
    if (image.describedFor !== remembered) {
      image.described = withReview(describeMachine(image, labels));
      image.describedFor = remembered;
    }
    return image.described as ImageDescription;
  }
  const found = remembered.get(image);
  if (found !== undefined) return found;
  const description = withReview(describeMachine(image, labels));
  remembered.set(image, description);
  return description;
}

/** A person's word comes first; score, count of boxes and how the label came about stay the machine's. */
function withReview(machine: ImageDescription): ImageDescription {
  const { review } = machine;
  const [main, ...others] = review?.observations ?? [];
  if (main === undefined) return machine;
  const label = readLabel(main.label);
  const { kind, labelLine } = machine;
  return {
    ...machine,
    kind: label.kind,
    label,
    labelLine: main.label,
    count: main.count ?? 0,
    others: others.map((observation) => readLabel(observation.label)),
    smoothed: null,
    machine: { kind, label: machine.label, labelLine, isSame: isSameAnswer(machine, main.label) },
  };
}

/** Detections only name no label line: there the kinds are compared. */
function isSameAnswer({ kind, labelLine }: ImageDescription, line: string): boolean {
  return labelLine === null ? kind === readLabel(line).kind : labelLine === line;
}

/** What the machine says of an image, whatever people say. */
export function describeMachine(image: SurveyImage, labels: readonly string[]): ImageDescription {
  const { prediction } = image;
  const fact = factOf(image);
  if (fact === null) return descriptionOf(image, null, { kind: 'waiting' });
  if (isUnread(fact)) {
    return descriptionOf(image, fact, { kind: 'failed', problem: fact.problem?.code ?? 'undecodable' });
  }
  if (prediction === null) return descriptionOf(image, fact, describeWithoutRules(image, fact, labels));
  const smoothed = smoothedBest(image.smoothed, image.rejected);
  const labelLine = smoothed?.label ?? prediction.label;
  const label = readLabel(labelLine);
  return descriptionOf(image, fact, {
    kind: label.kind,
    label,
    labelLine,
    score: prediction.score,
    count: countBoxes(image, fact, label.kind),
    others: otherSpecies(image, fact, label),
    isGeofenced: prediction.source.startsWith('classifier+geofence'),
    // The roll-up made the label that smoothing replaced.
    rolledUpTo: smoothed === null ? rollupLevelOf(prediction.source) : null,
    smoothed: smoothed && { was: readLabel(prediction.label), within: smoothed.within, step: smoothed.step },
  });
}

const NO_OTHERS: readonly LabelWords[] = [];

/** Field by field: a large survey has 200,000 of them, and putting each together of parts took most of the time of opening it. */
function descriptionOf(
  image: SurveyImage,
  fact: StoredFact | null,
  said: Pick<ImageDescription, 'kind'> & Partial<ImageDescription>,
): ImageDescription {
  const { filepath, review } = image;
  return {
    image,
    filepath,
    fileName: filepath.slice(filepath.lastIndexOf('/') + 1),
    kind: said.kind,
    label: said.label ?? null,
    labelLine: said.labelLine ?? null,
    score: said.score ?? null,
    scoreIs: said.scoreIs ?? 'score',
    count: said.count ?? 0,
    capturedAt: fact?.capturedAt ?? null,
    others: said.others ?? NO_OTHERS,
    isGeofenced: said.isGeofenced ?? false,
    rolledUpTo: said.rolledUpTo ?? null,
    problem: said.problem ?? null,
    smoothed: said.smoothed ?? null,
    review,
    machine: null,
  };
}

/** GEOLOCATION does not stop a conclusion: the image was read. */
function isUnread({ failures }: StoredFact): boolean {
  return failures.some((failure) => failure !== 'GEOLOCATION');
}

/** Detections only, or a classifier without a detector. */
function describeWithoutRules(image: SurveyImage, fact: StoredFact, labels: readonly string[]) {
  const inference = fact.read();
  const best = inference.detections?.find((_, index) => image.rejected?.has(index) !== true);
  if (inference.detections !== null) {
    const kind: LabelKind = best !== undefined && best.conf >= SHOWN_CONF ? best.label : 'blank';
    return {
      kind,
      score: best?.conf ?? null,
      scoreIs: 'conf',
      count: countBoxes(image, fact, kind),
    } as const;
  }
  const whole = inference.crops.image;
  const line = whole === undefined ? undefined : labels[whole.classes[0] ?? -1];
  if (line === undefined) return { kind: 'unknown' } as const;
  const label = readLabel(line);
  return { kind: label.kind, label, labelLine: line, score: whole?.scores[0] ?? null } as const;
}

function countBoxes({ rejected }: SurveyImage, fact: StoredFact, kind: LabelKind): number {
  let count = 0;
  for (let box = 0; box < (fact.boxes ?? 0); box++) {
    if (fact.labelOf(box) === kind && fact.confOf(box) >= SHOWN_CONF && rejected?.has(box) !== true) count++;
  }
  return count;
}

/**
 * Species of boxes that the image's own label does not say. A wider group of one that is named already ("mammal" beside
 * "red fox") tells nothing new.
 */
function otherSpecies(
  { animals, rejected, smoothed }: SurveyImage,
  fact: StoredFact,
  main: LabelWords,
): readonly LabelWords[] {
  if (animals.length < 2) return NO_OTHERS;
  const named = [main];
  animals.forEach((animal, index) => {
    if (animal === null || index >= (fact.boxes ?? 0) || rejected?.has(index) === true) return;
    if (fact.labelOf(index) !== 'animal' || fact.confOf(index) < SHOWN_CONF) return;
    const label = readLabel(smoothed?.get(index)?.label ?? animal.label);
    if (label.kind === 'animal' && !named.some((other) => isWithin(other, label))) named.push(label);
  });
  return named.slice(1);
}

/** True when `label` is the same taxon as `other`, or a group that it belongs to. */
function isWithin(other: LabelWords, label: LabelWords): boolean {
  return label.taxa.every((name, level) => name === '' || name === other.taxa[level]);
}

function rollupLevelOf(source: string): RollupLevel | null {
  const match = /rollup_to_(species|genus|family|order|class|kingdom)$/.exec(source);
  return match === null ? null : (match[1] as RollupLevel);
}
