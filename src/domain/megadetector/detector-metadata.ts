import { KNOWN_MODELS } from '../known-models';

/**
 * `info.detector_metadata` of a file, with the format's own keys, in the order in which the package writes them. Its `url` is left
 * out: only the catalog names other hosts, and no reader looks for it.
 */
export interface DetectorMetadata {
  /** Readers begin with detections of this conf. */
  readonly typical_detection_threshold?: number;
  /** Readers that fear to miss something begin with this one. */
  readonly conservative_detection_threshold?: number;
  readonly image_size?: number;
  readonly model_type?: string;
  /** Images per second, in parts of MegaDetector v5's. */
  readonly normalized_typical_inference_speed?: number;
  /** Of the weights, lower-case hex. */
  readonly md5?: string;
  readonly megadetector_version: string;
}

/** What the package writes about a detector that it does not know (megadetector 10.0.24). */
export const UNKNOWN_DETECTOR: DetectorMetadata = {
  megadetector_version: 'unknown',
  typical_detection_threshold: 0.2,
  conservative_detection_threshold: 0.1,
};

/** Readers' threshold when a file tells nothing (megadetector 10.0.24): MegaDetector v5's. */
const TYPICAL_THRESHOLD = 0.2;

/**
 * Texts in a file's name by which the package knows a version (megadetector 10.0.24, run_detector.py). The first one that occurs
 * counts. "sorrel" alone is not among them, so md_v1000.0.0-sorrel.pt is unknown there, and therefore here.
 */
const VERSION_TOKENS: readonly (readonly [token: string, version: string])[] = [
  ['mdv2', 'v2.0.0'],
  ['mdv3', 'v3.0.0'],
  ['mdv4', 'v4.1.0'],
  ['mdv5a', 'v5a.0.1'],
  ['mdv5b', 'v5b.0.1'],
  ['v2', 'v2.0.0'],
  ['v3', 'v3.0.0'],
  ['v4', 'v4.1.0'],
  ['v5a.0.0', 'v5a.0.1'],
  ['v5b.0.0', 'v5b.0.1'],
  ['v5a.0.1', 'v5a.0.1'],
  ['v5b.0.1', 'v5b.0.1'],
  ...['redwood', 'cedar', 'larch', 'sorrel', 'spruce'].flatMap((tree) =>
    ['md1000', 'v1000'].map((prefix) => [`${prefix}-${tree}`, `v1000.0.0-${tree}`] as const),
  ),
  ['redwood', 'v1000.0.0-redwood'],
  ['spruce', 'v1000.0.0-spruce'],
  ['cedar', 'v1000.0.0-cedar'],
  ['larch', 'v1000.0.0-larch'],
  ['mdv5', 'v5a.0.1'],
  ['md5', 'v5a.0.1'],
  ['mdv1000', 'v1000.0.0-redwood'],
  ['md1000', 'v1000.0.0-redwood'],
  ['default', 'v5a.0.1'],
  ['megadetector', 'v5a.0.1'],
];

/** TensorFlow models of before 2022, which nothing here runs; files made with them are read. */
const OLD = {
  typical_detection_threshold: 0.8,
  conservative_detection_threshold: 0.3,
  model_type: 'tf',
  normalized_typical_inference_speed: 1 / 3.5,
} as const;

const V5 = {
  typical_detection_threshold: 0.2,
  conservative_detection_threshold: 0.05,
  image_size: 1280,
  model_type: 'yolov5',
  normalized_typical_inference_speed: 1,
} as const;

/** The package's table of models (megadetector 10.0.24, run_detector.py). The files' MD5s are in `known-models`. */
const TABLE: Readonly<Record<string, Omit<DetectorMetadata, 'megadetector_version' | 'md5'>>> = {
  'v2.0.0': OLD,
  'v3.0.0': OLD,
  'v4.1.0': OLD,
  'v5a.0.1': V5,
  'v5b.0.1': V5,
  'v1000.0.0-redwood': { typical_detection_threshold: 0.3, normalized_typical_inference_speed: 1 },
  'v1000.0.0-spruce': { normalized_typical_inference_speed: 12.7 },
  'v1000.0.0-larch': { normalized_typical_inference_speed: 2.4 },
  'v1000.0.0-cedar': { normalized_typical_inference_speed: 2 },
  'v1000.0.0-sorrel': { normalized_typical_inference_speed: 7 },
};

/** MegaDetector's version by the name of its file, folder and all: "v5a.0.1"; "unknown" when no part of the name tells. */
export function detectorVersionOf(fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1).toLowerCase();
  return VERSION_TOKENS.find(([token]) => name.includes(token))?.[1] ?? 'unknown';
}

/** What the package writes about the detector in a file of this name; null = the name is not known. */
export function detectorMetadataOf(fileName: string | null): DetectorMetadata {
  const version = fileName === null ? 'unknown' : detectorVersionOf(fileName);
  const row = TABLE[version];
  if (row === undefined) return UNKNOWN_DETECTOR;
  const md5 = KNOWN_MODELS.find((model) => model.version === version)?.md5;
  return { ...row, ...(md5 !== undefined && { md5 }), megadetector_version: version };
}

/**
 * The conf from which readers take a file's detections for real (megadetector 10.0.24,
 * get_typical_confidence_threshold_from_results): as its metadata says, else as its detector's name says, else 0.2.
 */
export function typicalThresholdOf(info: Readonly<Record<string, unknown>>): number {
  const metadata = info['detector_metadata'];
  if (typeof metadata === 'object' && metadata !== null && 'typical_detection_threshold' in metadata) {
    const threshold = metadata.typical_detection_threshold;
    if (typeof threshold === 'number') return threshold;
  }
  const detector = info['detector'];
  const known = typeof detector === 'string' ? detectorMetadataOf(detector) : null;
  return known?.typical_detection_threshold ?? TYPICAL_THRESHOLD;
}
