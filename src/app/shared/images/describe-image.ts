import type { ImageProblemCode } from '../../../domain/failure';
import type { Inference } from '../../../domain/inference';
import type { RollupLevel } from '../../../domain/prediction';
import type { SurveyImage } from '../../state/app-state';
import { readLabel, type LabelKind, type LabelWords } from './read-label';
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
  readonly isGeofenced: boolean;
  readonly rolledUpTo: RollupLevel | null;
  readonly problem: ImageProblemCode | null;
}

let remembered = new WeakMap<SurveyImage, ImageDescription>();
let rememberedFor: readonly string[] | null = null;

/**
 * Remembered by the image's identity: the state layer makes a new object only when something in it changed.
 * Other labels (another survey, a package that came later) forget everything.
 */
export function describeImage(image: SurveyImage, labels: readonly string[]): ImageDescription {
  if (labels !== rememberedFor) {
    remembered = new WeakMap();
    rememberedFor = labels;
  }
  const found = remembered.get(image);
  if (found !== undefined) return found;
  const description = describe(image, labels);
  remembered.set(image, description);
  return description;
}

function describe(image: SurveyImage, labels: readonly string[]): ImageDescription {
  const { filepath, inference, prediction } = image;
  const base = {
    image,
    filepath,
    fileName: filepath.slice(filepath.lastIndexOf('/') + 1),
    label: null,
    labelLine: null,
    score: null,
    scoreIs: 'score',
    count: 0,
    capturedAt: inference?.capturedAt ?? null,
    isGeofenced: false,
    rolledUpTo: null,
    problem: null,
  } as const;
  if (inference === null) return { ...base, kind: 'waiting' };
  if (isUnread(inference)) return { ...base, kind: 'failed', problem: inference.problem?.code ?? 'undecodable' };
  if (prediction !== null) {
    const label = readLabel(prediction.label);
    return {
      ...base,
      kind: label.kind,
      label,
      labelLine: prediction.label,
      score: prediction.score,
      count: countBoxes(inference, label.kind),
      isGeofenced: prediction.source.startsWith('classifier+geofence'),
      rolledUpTo: rollupLevelOf(prediction.source),
    };
  }
  return { ...base, ...describeWithoutRules(inference, labels) };
}

/** GEOLOCATION does not stop a conclusion: the image was read. */
function isUnread(inference: Inference): boolean {
  return inference.failures.some((failure) => failure !== 'GEOLOCATION');
}

/** Detections only, or a classifier without a detector. */
function describeWithoutRules(inference: Inference, labels: readonly string[]) {
  const best = inference.detections?.[0];
  if (inference.detections !== null) {
    const kind: LabelKind = best !== undefined && best.conf >= SHOWN_CONF ? best.label : 'blank';
    return {
      kind,
      score: best?.conf ?? null,
      scoreIs: 'conf',
      count: countBoxes(inference, kind),
    } as const;
  }
  const whole = inference.crops.image;
  const line = whole === undefined ? undefined : labels[whole.classes[0] ?? -1];
  if (line === undefined) return { kind: 'unknown' } as const;
  const label = readLabel(line);
  return { kind: label.kind, label, labelLine: line, score: whole?.scores[0] ?? null } as const;
}

function countBoxes(inference: Inference, kind: LabelKind): number {
  return (inference.detections ?? []).filter(({ label, conf }) => label === kind && conf >= SHOWN_CONF).length;
}

function rollupLevelOf(source: string): RollupLevel | null {
  const match = /rollup_to_(species|genus|family|order|class|kingdom)$/.exec(source);
  return match === null ? null : (match[1] as RollupLevel);
}
