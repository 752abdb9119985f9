import type { DetectorMetadata } from '../megadetector/detector-metadata';
import type { Inference } from '../inference';
import type { FactSpeed } from './fact-speed';
import type { FastDetectorRef } from './fast-detector';

/** How the facts of a survey were made, for files that say it; null = all of them by the Reference preset. */
export interface SpeedSummary {
  /** Fast detectors that made facts, or made the first answer of one. */
  readonly detectors: readonly FastDetectorRef[];
  /** Images whose boxes are a fast detector's. */
  readonly fast: number;
  /** Images that a fast detector answered first and the reference's afterwards. */
  readonly secondLook: number;
  /** Images that only the reference's detector answered. */
  readonly reference: number;
}

/** Counts facts by what made them. */
export function summariseSpeed(inferences: Iterable<Pick<Inference, 'speed'> | null>): SpeedSummary | null {
  const detectors = new Map<string, FastDetectorRef>();
  const counts = { fast: 0, secondLook: 0, reference: 0 };
  for (const inference of inferences) {
    if (inference === null) continue;
    const { speed } = inference;
    if (speed === undefined) {
      counts.reference++;
      continue;
    }
    const detector = detectorOf(speed);
    detectors.set(`${detector.sha256} ${detector.name}`, detector);
    if (speed.preset === 'fast') counts.fast++;
    else counts.secondLook++;
  }
  return detectors.size === 0 ? null : { detectors: [...detectors.values()], ...counts };
}

/** The fast detector that a fact names. */
export function detectorOf(speed: FactSpeed): FastDetectorRef {
  return speed.preset === 'fast' ? speed.detector : speed.first.detector;
}

/** Behind the version of the package in SpeciesNet's records: readers must not take a fast detector's boxes for its own. */
export function versionWithSpeed(modelVersion: string, speed: FactSpeed | undefined): string {
  return speed?.preset === 'fast' ? `${modelVersion}+fast-${speed.detector.way}` : modelVersion;
}

/** The detector's name in files whose boxes are not all the reference's; never a name that readers know as an official one. */
export function detectorNameWithSpeed(name: string | null, summary: SpeedSummary | null): string | null {
  if (summary === null || summary.fast === 0) return name;
  return summary.detectors.map((detector) => `fast detector: ${detector.name}`).join(', ');
}

/** Readers' thresholds stay those of the detector; its version and checksum are not said of a fast form of it. */
export function metadataWithSpeed(metadata: DetectorMetadata, summary: SpeedSummary | null): DetectorMetadata {
  if (summary === null || summary.fast === 0) return metadata;
  const { typical_detection_threshold: typical, conservative_detection_threshold: conservative } = metadata;
  return {
    megadetector_version: 'unknown',
    ...(typical !== undefined && { typical_detection_threshold: typical }),
    ...(conservative !== undefined && { conservative_detection_threshold: conservative }),
  };
}

/** `info.custom_metadata` of MegaDetector's format: what was run, in words and numbers that a program can read. */
export function speedMetadata(summary: SpeedSummary) {
  const { detectors, fast, secondLook, reference } = summary;
  return {
    understory: {
      speed_preset: 'fast',
      fast_detectors: detectors.map(({ way, name, sha256, agreement }) => ({
        way,
        name,
        sha256,
        agreement_with_reference: Math.round(agreement * 1000) / 1000,
      })),
      images_by_fast_detector: fast,
      images_by_reference_after_second_look: secondLook,
      images_by_reference: reference,
    },
  };
}
