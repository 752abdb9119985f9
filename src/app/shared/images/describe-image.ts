import type { ImageProblemCode } from '../../../domain/failure';
import type { StoredFact } from '../../../domain/packed-facts/stored-fact';
import type { RollupLevel } from '../../../domain/prediction';
import type { ImageReview } from '../../../domain/review/image-review';
import { smoothedBest, type SmoothedClass } from '../../../domain/smoothed-image';
import type { SurveyImage } from '../../state/app-state';
import { factOf, SurveyRow } from '../../state/survey-row';
import { userLocale } from '../format/number-format';
import {
  isRead,
  isSameAnswer,
  machineAnswerOf,
  namesOf,
  otherSpecies,
  scoreOf,
  type Answer,
  type ImageKind,
  type ImageNames,
} from './image-answer';
import { currentNaming, readLabel, type LabelWords } from './read-label';
import { SHOWN_CONF } from './shown-boxes';

/** Everything a tile needs to know of one image; words are the catalogue's. */
export interface ImageDescription extends Answer, ImageNames {
  readonly image: SurveyImage;
  readonly filepath: string;
  readonly fileName: string;
  /** The score of the label; the conf of the best box when there are only boxes. */
  readonly score: number | null;
  readonly scoreIs: 'score' | 'conf';
  /** Boxes of the shown kind at or above the shown limit. */
  readonly count: number;
  readonly capturedAt: string | null;
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
export interface MachineAnswer extends Answer {
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
  if (image instanceof SurveyRow) {
    if (image.describedFor !== remembered) {
      image.described = describeOnce(image, labels);
      image.describedFor = remembered;
    }
    return image.described as ImageDescription;
  }
  const found = remembered.get(image);
  if (found !== undefined) return found;
  const description = describeOnce(image, labels);
  remembered.set(image, description);
  return description;
}

/** A person's word comes first; score, count of boxes and how the label came about stay the machine's. */
function describeOnce(image: SurveyImage, labels: readonly string[]): ImageDescription {
  const described = describeMachine(image, labels);
  const main = image.review?.observations?.[0];
  if (main === undefined) return described;
  const { kind, label, labelLine } = described;
  return {
    ...described,
    ...namesOf(image, described),
    labelLine: main.label,
    count: main.count ?? 0,
    smoothed: null,
    machine: { kind, label, labelLine, isSame: isSameAnswer(described, main.label) },
  };
}

/** What the machine says of an image, whatever people say. */
export function describeMachine(image: SurveyImage, labels: readonly string[]): ImageDescription {
  const { filepath, review } = image;
  const answer = machineAnswerOf(image, labels);
  const { kind, label, labelLine } = answer;
  const fact = isRead(image) ? factOf(image) : null;
  const prediction = fact === null ? null : image.prediction;
  const smoothed = prediction === null ? null : smoothedBest(image.smoothed, image.rejected);
  return {
    image,
    filepath,
    fileName: filepath.slice(filepath.lastIndexOf('/') + 1),
    kind,
    label,
    labelLine,
    score: scoreOf(image, answer),
    scoreIs: prediction === null && fact?.boxes != null ? 'conf' : 'score',
    count: fact === null ? 0 : countBoxes(image, fact, kind),
    capturedAt: factOf(image)?.capturedAt ?? null,
    others: otherSpecies(image, answer),
    isGeofenced: prediction?.source.startsWith('classifier+geofence') === true,
    // The roll-up made the label that smoothing replaced.
    rolledUpTo: prediction === null || smoothed !== null ? null : rollupLevelOf(prediction.source),
    problem: kind === 'failed' ? (factOf(image)?.problem?.code ?? 'undecodable') : null,
    smoothed: smoothed && { was: readLabel(prediction!.label), within: smoothed.within, step: smoothed.step },
    review,
    machine: null,
  };
}

function countBoxes({ rejected }: SurveyImage, fact: StoredFact, kind: ImageKind): number {
  const boxes = fact.boxes ?? 0;
  let count = 0;
  for (let box = 0; box < boxes; box++) {
    if (fact.labelOf(box) === kind && fact.confOf(box) >= SHOWN_CONF && rejected?.has(box) !== true) count++;
  }
  return count;
}

function rollupLevelOf(source: string): RollupLevel | null {
  const match = /rollup_to_(species|genus|family|order|class|kingdom)$/.exec(source);
  return match === null ? null : (match[1] as RollupLevel);
}
