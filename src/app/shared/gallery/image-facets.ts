import { FAILURE_ORDER } from '../../../domain/failure';
import type { CropKey, Inference } from '../../../domain/inference';
import { marginUncertainty } from '../../../domain/margin-uncertainty';
import { folderOf, rememberFolder } from '../../../domain/megadetector/camera-folder';
import type { Rejected } from '../../../domain/rejected-detections';
import { parseWallClock } from '../../../domain/wall-clock';
import type { ImageDescription } from '../images/describe-image';
import { allGroupKeysOf, groupKeysOf } from '../images/image-groups';
import type { LabelWords } from '../images/read-label';

/** What an image's name goes back to. An image may have several: rolled up because of the geofence, then smoothed. */
export type NameOrigin = 'detector' | 'classifier' | 'rollup' | 'geofence' | 'smoothed' | 'no-rules';
export const NAME_ORIGINS: readonly NameOrigin[] = [
  'classifier',
  'detector',
  'rollup',
  'geofence',
  'smoothed',
  'no-rules',
];

/** What filters, sorting and grouping ask of one image besides its description. Numbers that it does not have are NaN. */
export interface ImageFacets {
  /** Conf of its best box that was not rejected, 0 when there is none; NaN when no detector looked. */
  readonly conf: number;
  /** Of the classifier about its best box, or the whole image: see `marginUncertainty`. NaN when it was not asked. */
  readonly uncertainty: number;
  /** Forward slashes; empty for a file without folder. */
  readonly folder: string;
  /** Capture time in seconds as `parseWallClock` counts them. */
  readonly seconds: number;
  /** A bit for each of NAME_ORIGINS. */
  readonly origins: number;
  /** A bit for each of FAILURE_ORDER. */
  readonly failures: number;
  /** Species of its boxes and of the whole, each once. */
  readonly species: number;
  /** The group of its own label: the leaf of the tree. */
  readonly leaf: string;
  /** All groups that it belongs to, its own label's first; the same object for all images of the same groups. */
  readonly groups: readonly string[];
}

export function facetsOf(description: ImageDescription): ImageFacets {
  const { image, filepath, kind, others, capturedAt } = description;
  const { inference, rejected } = image;
  const isRead = kind !== 'waiting' && kind !== 'failed';
  const { leaf, groups } = groupsOf(description);
  return {
    conf: isRead && inference !== null ? bestConf(inference, rejected) : Number.NaN,
    uncertainty: isRead && inference !== null ? uncertaintyOf(inference, rejected) : Number.NaN,
    folder: folderOfPath(filepath),
    seconds: capturedAt === null ? Number.NaN : (parseWallClock(capturedAt) ?? Number.NaN),
    origins: isRead ? bitsOf(originsOf(description), NAME_ORIGINS) : 0,
    failures: inference === null ? 0 : bitsOf(inference.failures, FAILURE_ORDER),
    species: (kind === 'animal' ? 1 : 0) + others.length,
    leaf,
    groups,
  };
}

const folderOfPath = rememberFolder(folderOf);

/** Bits of the words that are there. */
export function bitsOf<Word>(words: readonly Word[], all: readonly Word[]): number {
  return words.reduce((bits, word) => bits | (1 << all.indexOf(word)), 0);
}

function bestConf({ detections }: Inference, rejected: Rejected): number {
  if (detections === null) return Number.NaN;
  return detections.find((_, index) => rejected?.has(index) !== true)?.conf ?? 0;
}

function uncertaintyOf({ detections, crops }: Inference, rejected: Rejected): number {
  const best = (detections ?? []).findIndex((_, index) => rejected?.has(index) !== true);
  const keys: readonly CropKey[] = best === -1 ? ['image'] : [`${best}`, `box${best}`, 'image'];
  const asked = keys.find((key) => crops[key] !== undefined);
  return (asked === undefined ? null : marginUncertainty(crops[asked]?.scores ?? [])) ?? Number.NaN;
}

function originsOf({ image, smoothed }: ImageDescription): readonly NameOrigin[] {
  const source = image.prediction?.source;
  if (source === undefined) return ['no-rules'];
  const origins: NameOrigin[] = [];
  if (source === 'detector' || source === 'classifier') origins.push(source);
  if (source.includes('+rollup_to')) origins.push('rollup');
  if (source.includes('+geofence')) origins.push('geofence');
  if (smoothed !== null) origins.push('smoothed');
  return origins;
}

type Groups = Pick<ImageFacets, 'leaf' | 'groups'>;

/** Label words are the same object for the same label line: there are at most a few thousand. */
const ofLabels = new WeakMap<LabelWords, Groups>();
const ofTexts = new Map<string, Groups>();

function groupsOf(description: ImageDescription): Groups {
  const { kind, label, others } = description;
  const isPlain = others.length === 0 && label !== null && label.kind === kind;
  const found = isPlain ? ofLabels.get(label) : undefined;
  if (found !== undefined) return found;
  const keys = [...allGroupKeysOf(description)];
  const leaf = groupKeysOf(description).at(-1)!;
  const text = `${leaf}|${keys.join('|')}`;
  const groups = ofTexts.get(text) ?? { leaf, groups: keys };
  ofTexts.set(text, groups);
  if (isPlain) ofLabels.set(label, groups);
  return groups;
}
