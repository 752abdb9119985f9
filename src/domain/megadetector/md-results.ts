// MegaDetector's result file as it is in memory, with the format's own keys, therefore in snake_case.

/** A class of a detection: id in `classification_categories`, and score. */
export type MdClassification = readonly [id: string, score: number];

/** One box. A negative conf means: removed as a repeat detection (megadetector 10.0.24), the number is the former conf. */
export interface MdDetection {
  /** Id in `detection_categories`. */
  readonly category: string;
  readonly conf: number;
  /** `[xMin, yMin, width, height]` in fractions of the image. */
  readonly bbox: readonly number[];
  /** Best first. The package itself writes one. */
  readonly classifications?: readonly MdClassification[];
  /** The classifier's two best before roll-up and geofence. */
  readonly raw_classifications?: readonly MdClassification[];
  /** Keys that other programs add are kept as they are. */
  readonly [key: string]: unknown;
}

/** One image. `detections` is null or absent only together with a failure. */
export interface MdImage {
  /** Relative to the folder, usually with forward slashes. */
  readonly file: string;
  readonly detections?: readonly MdDetection[] | null;
  readonly failure?: string | null;
  readonly [key: string]: unknown;
}

/** A whole file of the MegaDetector format, versions 1.3 to 1.6. */
export interface MdResults {
  readonly info: Readonly<Record<string, unknown>>;
  readonly detection_categories: Readonly<Record<string, string>>;
  readonly classification_categories?: Readonly<Record<string, string>>;
  /** By id of the class: `uuid;class;order;family;genus;species;common name`, several joined by `|`. */
  readonly classification_category_descriptions?: Readonly<Record<string, string>>;
  readonly images: readonly MdImage[];
  readonly [key: string]: unknown;
}
