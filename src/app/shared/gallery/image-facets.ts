import type { Failure } from '../../../domain/failure';
import type { CropKey, Inference } from '../../../domain/inference';
import { marginUncertainty } from '../../../domain/margin-uncertainty';
import { folderOf } from '../../../domain/megadetector/camera-folder';
import type { Rejected } from '../../../domain/rejected-detections';
import { parseWallClock } from '../../../domain/wall-clock';
import type { ImageDescription } from '../images/describe-image';
import { allGroupKeysOf, groupKeysOf } from '../images/image-groups';

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

/** What filters, sorting and grouping ask of one image besides its description. */
export interface ImageFacets {
  /** Conf of its best box that was not rejected, 0 when there is none; null when no detector looked. */
  readonly conf: number | null;
  /** Of the classifier about its best box, or the whole image: see `marginUncertainty`. Null when it was not asked. */
  readonly uncertainty: number | null;
  /** Forward slashes; empty for a file without folder. */
  readonly folder: string;
  /** `YYYY-MM-DD` on the camera's clock; null without a capture time. */
  readonly day: string | null;
  /** 0 to 23 on the camera's clock. */
  readonly hour: number | null;
  readonly origins: readonly NameOrigin[];
  readonly failures: readonly Failure[];
  /** Species of its boxes and of the whole, each once. */
  readonly species: number;
  /** The group of its own label: the leaf of the tree. */
  readonly leaf: string;
  /** All groups that it belongs to, its own label's first. */
  readonly groups: readonly string[];
}

const remembered = new WeakMap<ImageDescription, ImageFacets>();

/** Remembered by the description's identity, which stays while nothing in the image changes. */
export function facetsOf(description: ImageDescription): ImageFacets {
  const found = remembered.get(description);
  if (found !== undefined) return found;
  const facets = createFacets(description);
  remembered.set(description, facets);
  return facets;
}

function createFacets(description: ImageDescription): ImageFacets {
  const { image, filepath, kind, others, capturedAt } = description;
  const { inference, rejected } = image;
  const isTimed = capturedAt !== null && parseWallClock(capturedAt) !== null;
  const isRead = kind !== 'waiting' && kind !== 'failed';
  return {
    conf: isRead && inference !== null ? bestConf(inference, rejected) : null,
    uncertainty: isRead && inference !== null ? uncertaintyOf(inference, rejected) : null,
    folder: folderOf(filepath),
    day: isTimed ? capturedAt.slice(0, 10) : null,
    hour: isTimed ? Number(capturedAt.slice(11, 13)) : null,
    origins: isRead ? originsOf(description) : [],
    failures: inference?.failures ?? [],
    species: (kind === 'animal' ? 1 : 0) + others.length,
    leaf: groupKeysOf(description).at(-1)!,
    groups: [...allGroupKeysOf(description)],
  };
}

function bestConf({ detections }: Inference, rejected: Rejected): number | null {
  if (detections === null) return null;
  return detections.find((_, index) => rejected?.has(index) !== true)?.conf ?? 0;
}

function uncertaintyOf({ detections, crops }: Inference, rejected: Rejected): number | null {
  const best = (detections ?? []).findIndex((_, index) => rejected?.has(index) !== true);
  const keys: readonly CropKey[] = best === -1 ? ['image'] : [`${best}`, `box${best}`, 'image'];
  const asked = keys.find((key) => crops[key] !== undefined);
  return asked === undefined ? null : marginUncertainty(crops[asked]?.scores ?? []);
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
