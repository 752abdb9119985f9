import { detectorMetadataOf, type DetectorMetadata } from './detector-metadata';
import { createMdClassTable } from './md-class-table';
import { MD_CATEGORY_NAMES, mdImageOf, type MdImageSource, type RawClasses } from './md-image';
import type { MdResults } from './md-results';

/** Who made a file, and when. */
export interface MdMakers {
  /** Names as the file should give them; a known name gives its metadata. Null = did not run. */
  readonly detector: string | null;
  readonly classifier: string | null;
  /** Local times, `YYYY-MM-DD HH:MM:SS`; null = not known. */
  readonly detectedAt: string | null;
  readonly classifiedAt: string | null;
}

/**
 * Results in MegaDetector's format 1.6 as run_md_and_speciesnet writes them (megadetector 10.0.24). Images stay in the order
 * given, and ids of classes follow it; the package's own files have them sorted by file in code-point order. Without a classifier
 * there are no tables of classes, as in the files of its detector alone.
 */
export function buildMdResults(images: Iterable<MdImageSource>, makers: MdMakers, raw: RawClasses): MdResults {
  const table = createMdClassTable();
  const written = [...mapImages(images, (image) => mdImageOf(image, table, raw))];
  return {
    images: written,
    detection_categories: MD_CATEGORY_NAMES,
    info: mdInfoOf(makers, detectorMetadataOf(makers.detector)),
    ...(makers.classifier !== null && {
      classification_categories: Object.fromEntries(table.names),
      classification_category_descriptions: Object.fromEntries(table.descriptions),
    }),
  };
}

/** The file's `info`, keys in the package's order; what is not known is left out. */
export function mdInfoOf(
  { detector, classifier, detectedAt, classifiedAt }: MdMakers,
  metadata: DetectorMetadata,
): Readonly<Record<string, unknown>> {
  return {
    ...(detectedAt !== null && { detection_completion_time: detectedAt }),
    format_version: '1.6',
    detector: detector ?? 'unknown',
    detector_metadata: metadata,
    ...(classifier !== null && { classifier }),
    ...(classifiedAt !== null && { classification_completion_time: classifiedAt }),
  };
}

function* mapImages<From, To>(images: Iterable<From>, map: (image: From) => To): Generator<To> {
  for (const image of images) yield map(image);
}
