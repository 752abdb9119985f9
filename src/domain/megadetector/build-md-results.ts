import { metadataWithSpeed, speedMetadata, type SpeedSummary } from '../fast-detector/speed-summary';
import { detectorMetadataOf } from './detector-metadata';
import { createMdClassTable, type MdClassTable } from './md-class-table';
import {
  DEFAULT_MD_IMAGE_OPTIONS,
  MD_CATEGORY_NAMES,
  mdImageOf,
  type MdImageOptions,
  type MdImageSource,
} from './md-image';
import type { MdImage, MdResults } from './md-results';

/** Who made a file, and when. */
export interface MdMakers {
  /** Names as the file should give them; a known name gives its metadata. Null = did not run. */
  readonly detector: string | null;
  readonly classifier: string | null;
  /** Local times, `YYYY-MM-DD HH:MM:SS`; null = not known. */
  readonly detectedAt: string | null;
  readonly classifiedAt: string | null;
  /** How the facts were made when some are a fast detector's; absent or null = all by the reference's. */
  readonly speed?: SpeedSummary | null;
}

/**
 * Results in MegaDetector's format 1.6 as run_md_and_speciesnet writes them (megadetector 10.0.24). Images stay in the order
 * given, and ids of classes follow it; the package's own files have them sorted by file in code-point order.
 */
export function buildMdResults(
  images: Iterable<MdImageSource>,
  makers: MdMakers,
  options: MdImageOptions = DEFAULT_MD_IMAGE_OPTIONS,
): MdResults {
  const table = createMdClassTable();
  const written: MdImage[] = [];
  for (const image of images) written.push(mdImageOf(image, table, options));
  return { images: written, ...mdTables(makers, table) };
}

/** What a file holds besides its images. */
export type MdTables = Pick<
  MdResults,
  'detection_categories' | 'info' | 'classification_categories' | 'classification_category_descriptions'
>;

/**
 * All of a file but its images, keys in the package's order; what is not known is left out. Without a classifier there are no tables
 * of classes, as in the files of the package's detector alone.
 */
export function mdTables(makers: MdMakers, table: MdClassTable): MdTables {
  return {
    detection_categories: MD_CATEGORY_NAMES,
    info: mdInfoOf(makers),
    ...((makers.classifier !== null || table.names.size > 0) && {
      classification_categories: Object.fromEntries(table.names),
      classification_category_descriptions: Object.fromEntries(table.descriptions),
    }),
  };
}

/** A file's `info`, format 1.6. */
export function mdInfoOf({
  detector,
  classifier,
  detectedAt,
  classifiedAt,
  speed = null,
}: MdMakers): MdResults['info'] {
  return {
    ...(detectedAt !== null && { detection_completion_time: detectedAt }),
    format_version: '1.6',
    detector: detector ?? 'unknown',
    detector_metadata: metadataWithSpeed(detectorMetadataOf(detector), speed),
    ...(classifier !== null && { classifier }),
    ...(classifiedAt !== null && { classification_completion_time: classifiedAt }),
    ...(speed !== null && { custom_metadata: speedMetadata(speed) }),
  };
}
