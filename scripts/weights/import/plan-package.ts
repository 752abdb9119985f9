import type { PackageInfo } from '../../../src/domain/model-package';
import { detectorFileName, parsePackageInfo } from '../../../src/domain/package-info';
import { ImportRefused } from './import-refused';

/** Which of the files plays which part; names of files. */
export interface PackagePlan {
  /** Null when there is no info.json: then the package is a lone detector. */
  readonly info: PackageInfo | null;
  readonly detector: string | null;
  readonly classifier: string | null;
  /** Label list, taxonomy, geofence: taken along as they are. */
  readonly texts: readonly string[];
}

const NETWORK = /\.(?:pt|pth|onnx)$/i;

/**
 * Decides what the files are to the package, by `info.json` and by what is left: a network that it doesn't name is the
 * detector that it misses, or a detector alone.
 * @param infoJson content of info.json, null without one
 * @throws ImportRefused, ParseError
 */
export function planPackage(names: readonly string[], infoJson: unknown): PackagePlan {
  const info = infoJson === null ? null : parsePackageInfo(infoJson);
  const networks = names.filter((name) => NETWORK.test(name));
  const detector = info === null ? null : namedDetector(info, names);
  const others = networks.filter((name) => name !== info?.classifier && name !== detector);
  if (others.length > (detector === null ? 1 : 0)) {
    const part =
      info === null ? 'info.json is missing, and without it one detector' : 'besides the classifier, one detector';
    throw new ImportRefused(`${part} is expected; got ${others.map((name) => `"${name}"`).join(', ')}`);
  }
  const plan: PackagePlan = {
    info,
    detector: detector ?? others[0] ?? null,
    classifier: info?.classifier ?? null,
    texts: [info?.classifierLabels, info?.taxonomy, info?.geofence].filter((name) => typeof name === 'string'),
  };
  const missing = [plan.classifier, ...plan.texts].find((name) => name !== null && !names.includes(name));
  if (missing !== undefined) throw new ImportRefused(`info.json names "${missing ?? ''}", and there is no such file`);
  if (plan.detector === null && plan.classifier === null) {
    throw new ImportRefused('expected a checkpoint (.pt) or an .onnx file, got neither');
  }
  return plan;
}

/** The detector's file, when it came along; for an address its last part, or the name that the reference gives it. */
function namedDetector({ detector }: PackageInfo, names: readonly string[]): string | null {
  if (detector === null) return null;
  const last = detector.split(/[?#]/)[0]!.split('/').at(-1);
  return names.find((name) => name === detectorFileName(detector) || name === last) ?? null;
}
