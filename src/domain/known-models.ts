/** A file that its authors published, and that is known by its MD5. */
export interface KnownModel {
  /** Lower-case hex. */
  readonly md5: string;
  /** Without the version: "MegaDetector". */
  readonly name: string;
  readonly version: string;
  /** As published. */
  readonly fileName: string;
  readonly architecture: 'YOLOv5x6' | 'YOLOv5s' | 'YOLOv9c' | 'YOLO11L' | 'YOLO11s';
  /** Long side of the picture that it was trained with, in pixels. */
  readonly imageSize: 640 | 960 | 1280;
  /** SPDX identifier of the weights' licence. */
  readonly licence: string;
  readonly citation: string;
  /** Which of our importers reads it; null = none yet, because of its architecture. */
  readonly importer: 'yolov5' | null;
}

/** What a package says that it is. Nobody published a checksum, so it is never more than that. */
export interface LikelyModel {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly citation: string;
}

/** How MegaDetector's authors ask to be cited. */
export const MEGADETECTOR_CITATION =
  'Beery S, Morris D, Yang S. Efficient Pipeline for Camera Trap Image Review. 2019. arXiv:1907.06772';

/** How SpeciesNet's authors ask to be cited. */
export const SPECIESNET_CITATION =
  'Gadot T, Istrate Ș, Kim H, Morris D, Beery S, Birch T, Ahumada J. To crop or not to crop: Comparing whole-image and ' +
  'cropped classification on a large dataset of camera trap images. IET Computer Vision. 2024';

const SPECIESNET_LABELS = 2498;
const SPECIESNET_VERSIONS = ['4.0.1a', '4.0.1b', '4.0.2a', '4.0.2b', '4.0.3a', '4.0.3b'];

type Row = readonly [md5: string, version: string, KnownModel['architecture'], KnownModel['imageSize']];

/**
 * MD5s as in MegaDetector's own list of models (megadetector/detection/run_detector.py); architectures and sizes as in the
 * notes of its releases. The files of v5a.0.1 and v5b.0.1 say v5a.0.0 and v5b.0.0 inside: only the MD5 tells them apart.
 */
const MEGADETECTORS: readonly Row[] = [
  ['ec1d7603ec8cf642d6e0cd008ba2be8c', 'v5a.0.0', 'YOLOv5x6', 1280],
  ['bc235e73f53c5c95e66ea0d1b2cbf542', 'v5b.0.0', 'YOLOv5x6', 1280],
  ['60f8e7ec1308554df258ed1f4040bc4f', 'v5a.0.1', 'YOLOv5x6', 1280],
  ['f17ed6fedfac2e403606a08c89984905', 'v5b.0.1', 'YOLOv5x6', 1280],
  ['74474b3aec9cf1a990da38b37ddf9197', 'v1000.0.0-redwood', 'YOLOv5x6', 1280],
  ['1c9d1d2b3ba54931881471fdd508e6f2', 'v1000.0.0-spruce', 'YOLOv5s', 640],
  ['3d6472c9b95ba687b59ebe255f7c576b', 'v1000.0.0-cedar', 'YOLOv9c', 640],
  ['cab94ebd190c2278e12fb70ffd548b6d', 'v1000.0.0-larch', 'YOLO11L', 640],
  ['4339a2c8af7a381f18ded7ac2a4df03e', 'v1000.0.0-sorrel', 'YOLO11s', 960],
];

/** All files that are recognised, in the order of their releases. */
export const KNOWN_MODELS: readonly KnownModel[] = MEGADETECTORS.map(([md5, version, architecture, imageSize]) => ({
  md5,
  name: 'MegaDetector',
  version,
  fileName: `md_${version}.pt`,
  architecture,
  imageSize,
  licence: 'MIT',
  citation: MEGADETECTOR_CITATION,
  importer: architecture.startsWith('YOLOv5') ? 'yolov5' : null,
}));

const byMd5 = new Map(KNOWN_MODELS.map((model) => [model.md5, model]));

/** The official file with this MD5 (lower-case hex), whatever its name is now; null when it is none that we know. */
export function recogniseModel(md5: string): KnownModel | null {
  return byMd5.get(md5) ?? null;
}

/**
 * SpeciesNet by the version in its info.json and the number of its labels: "looks like", never "is". Null when it does not.
 */
export function describeSpeciesNet(version: string, labels: number): LikelyModel | null {
  if (!SPECIESNET_VERSIONS.includes(version) || labels !== SPECIESNET_LABELS) return null;
  return { name: 'SpeciesNet', version, licence: 'Apache-2.0', citation: SPECIESNET_CITATION };
}
