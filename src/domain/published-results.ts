import type { Bbox, DetectionCategory } from './detection';
import { fileOf, type ModelPackage } from './model-package';

/**
 * What others published of official networks: results for freely licensed photos, so that whoever has the same network and
 * the same photos can compare. `models/published-results.json` beside the app; read by `parsePublishedResults`.
 */
export interface PublishedResults {
  readonly photos: ReferencePhotos;
  readonly sets: readonly PublishedSet[];
}

/** The reference's test photos: who publishes them, and by which bytes each is known. */
export interface ReferencePhotos {
  /** "owner/name" of the repository. */
  readonly repository: string;
  readonly folder: string;
  /** SPDX identifier. */
  readonly licence: string;
  readonly files: readonly ReferencePhoto[];
}

/** A photo of the reference's tests, known by its bytes. */
export interface ReferencePhoto {
  readonly name: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Where the numbers stand. */
export interface PublishedSource {
  /** "owner/name" of the repository. */
  readonly repository: string;
  readonly file: string;
}

/** What was published about one network. */
export type PublishedSet = PublishedDetections | PublishedClasses;

/** A detector's boxes. */
export interface PublishedDetections {
  readonly kind: 'detections';
  readonly id: string;
  readonly name: string;
  readonly source: PublishedSource;
  /** The files whose results these are. */
  readonly models: readonly PublishedModel[];
  /** Everything with at least this conf is listed. */
  readonly minConf: number;
  readonly photos: readonly PhotoDetections[];
}

/** A detector's file. `isInferred`: the results were published for another file that appears to hold the same weights. */
export interface PublishedModel {
  readonly version: string;
  /** Lower-case hex. */
  readonly md5: string;
  readonly isInferred: boolean;
}

/** The detections published for one photo. */
export interface PhotoDetections {
  /** Name of a reference photo. */
  readonly file: string;
  /** Best first. */
  readonly detections: readonly PublishedDetection[];
}

/** A box as published: its numbers are cut to 3 or 4 digits. */
export interface PublishedDetection {
  readonly category: DetectionCategory;
  readonly conf: number;
  readonly bbox: Bbox;
}

/** A classifier's first label of one crop of each photo. No checksum of the network is published. */
export interface PublishedClasses {
  readonly kind: 'classes';
  readonly id: string;
  readonly name: string;
  readonly source: PublishedSource;
  readonly versions: readonly PublishedVersion[];
  /** How many labels the network has. */
  readonly labels: number;
  readonly photos: readonly PhotoClass[];
}

/** The version in a package's info.json. `isInferred` as of PublishedModel. */
export interface PublishedVersion {
  readonly version: string;
  readonly isInferred: boolean;
}

/** The first label published for one photo. */
export interface PhotoClass {
  /** Name of a reference photo. */
  readonly file: string;
  /** The crop; null = the whole photo. */
  readonly box: Bbox | null;
  /** A whole label line. */
  readonly label: string;
  /** Null when only the label is published. */
  readonly score: number | null;
}

/** A set that speaks of a package's network, and how that is known. */
export interface AppliedSet {
  readonly set: PublishedSet;
  readonly by: 'checksum' | 'version';
  /** The published version that the package's network is, or is taken for. */
  readonly version: string;
  readonly isInferred: boolean;
}

/**
 * The published sets that speak of a package's networks, in the order of `results`. A detector is known by the MD5 of its
 * file. A classifier is known by its version and number of labels only, and its results are those of the best box's crop:
 * they apply to packages that crop and have a detector.
 */
export function publishedFor(modelPackage: ModelPackage, { sets }: PublishedResults): readonly AppliedSet[] {
  return sets.flatMap((set): AppliedSet[] => {
    const known = set.kind === 'detections' ? modelIn(set, modelPackage) : versionIn(set, modelPackage);
    if (known === null) return [];
    const { version, isInferred } = known;
    return [{ set, by: set.kind === 'detections' ? 'checksum' : 'version', version, isInferred }];
  });
}

function modelIn(set: PublishedDetections, modelPackage: ModelPackage): PublishedModel | null {
  if (modelPackage.detector === null) return null;
  const md5s = (['detector', 'detector-weights'] as const).map((role) => fileOf(modelPackage, role)?.md5 ?? null);
  return set.models.find(({ md5 }) => md5s.includes(md5)) ?? null;
}

function versionIn(set: PublishedClasses, modelPackage: ModelPackage): PublishedVersion | null {
  const { type, detector, classifier, counts, version } = modelPackage;
  if (type !== 'always_crop' || detector === null || classifier === null || counts.labels !== set.labels) return null;
  return set.versions.find((known) => known.version === version) ?? null;
}

/** What a file is to the reference's photos. `altered`: the name of one of them, but other bytes. */
export type PhotoIdentity =
  | { readonly kind: 'reference'; readonly photo: ReferencePhoto }
  | { readonly kind: 'altered'; readonly name: string }
  | { readonly kind: 'other' };

/** A photo is known by its bytes, whatever its name is now. `sha256` in lower-case hex. */
export function identifyPhoto(
  { files }: ReferencePhotos,
  file: { readonly name: string; readonly sha256: string },
): PhotoIdentity {
  const photo = files.find(({ sha256 }) => sha256 === file.sha256);
  if (photo !== undefined) return { kind: 'reference', photo };
  return files.some(({ name }) => name === file.name) ? { kind: 'altered', name: file.name } : { kind: 'other' };
}
