import { FAILURE_ORDER } from '../../../domain/failure';
import { marginUncertainty } from '../../../domain/margin-uncertainty';
import { folderOf, rememberFolder } from '../../../domain/megadetector/camera-folder';
import type { StoredFact } from '../../../domain/packed-facts/stored-fact';
import type { Rejected } from '../../../domain/rejected-detections';
import { parseWallClock } from '../../../domain/wall-clock';
import type { ImageDescription } from '../images/describe-image';
import { allGroupKeysOf, groupKeysOf } from '../images/image-groups';
import type { LabelWords } from '../images/read-label';
import { factOf } from '../../state/survey-row';

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
  const { rejected } = image;
  const fact = factOf(image);
  const isRead = kind !== 'waiting' && kind !== 'failed';
  const { leaf, groups } = groupsOf(description);
  return {
    conf: isRead && fact !== null ? bestConf(fact, rejected) : Number.NaN,
    uncertainty: isRead && fact !== null ? uncertaintyOf(fact, rejected) : Number.NaN,
    folder: folderOfPath(filepath),
    seconds: capturedAt === null ? Number.NaN : (parseWallClock(capturedAt) ?? Number.NaN),
    origins: isRead ? originBitsOf(description) : 0,
    failures: fact === null ? 0 : bitsOf(fact.failures, FAILURE_ORDER),
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

function bestConf(fact: StoredFact, rejected: Rejected): number {
  if (fact.boxes === null) return Number.NaN;
  const best = bestBox(fact, rejected);
  return best === -1 ? 0 : fact.confOf(best);
}

function uncertaintyOf(fact: StoredFact, rejected: Rejected): number {
  const best = bestBox(fact, rejected);
  const scores = best === -1 ? null : (fact.scoresOf(`${best}`) ?? fact.scoresOf(`box${best}`));
  const asked = scores ?? fact.scoresOf('image');
  return (asked === null ? null : marginUncertainty(asked)) ?? Number.NaN;
}

/** The number of the first box that was not rejected; -1 = there is none. */
function bestBox({ boxes }: StoredFact, rejected: Rejected): number {
  for (let box = 0; box < (boxes ?? 0); box++) if (rejected?.has(box) !== true) return box;
  return -1;
}

/** Of names that smoothing left alone, by how they came about: there are few ways. */
const ofSources = new Map<string | undefined, number>();

function originBitsOf(description: ImageDescription): number {
  const source = description.image.prediction?.source;
  const known = description.smoothed === null ? ofSources.get(source) : undefined;
  if (known !== undefined) return known;
  const bits = bitsOf(originsOf(description), NAME_ORIGINS);
  if (description.smoothed === null) ofSources.set(source, bits);
  return bits;
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
  const leaf = groupKeysOf(description).at(-1)!;
  // A leaf says all groups above it.
  const text = others.reduce(
    (leaves, other) => `${leaves}|${groupKeysOf({ kind: other.kind, label: other }).at(-1)!}`,
    leaf,
  );
  const groups = ofTexts.get(text) ?? { leaf, groups: [...allGroupKeysOf(description)] };
  ofTexts.set(text, groups);
  if (isPlain) ofLabels.set(label, groups);
  return groups;
}
