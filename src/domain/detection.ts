/** A box in fractions of the image (after the EXIF turn): `[xMin, yMin, width, height]`. */
export type Bbox = readonly [xMin: number, yMin: number, width: number, height: number];

/** MegaDetector's category numbers, as they are written in result files. */
export type DetectionCategory = '1' | '2' | '3';

/** What SpeciesNet calls these categories. MegaDetector's own word for `human` is "person". */
export type DetectionLabel = 'animal' | 'human' | 'vehicle';

/** Category number to label (speciesnet 5.0.4, `constants.Detection`). */
export const DETECTION_LABELS: Readonly<Record<DetectionCategory, DetectionLabel>> = {
  '1': 'animal',
  '2': 'human',
  '3': 'vehicle',
};

/** One box of the detector. `conf` is the float32 confidence held as a double, 0.01 to 1. */
export interface Detection {
  readonly category: DetectionCategory;
  readonly label: DetectionLabel;
  readonly conf: number;
  readonly bbox: Bbox;
}
