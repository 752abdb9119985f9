import type { PackageInfo, PackageType } from './model-package';
import { expectObject, kindOf, ParseError } from './parse-error';

const FILE = 'info.json';

/**
 * Reads the content of a package's `info.json` (keys of speciesnet 5.0.4). `version` and `type` are required; a part that
 * is missing, null or empty is absent, because a detector alone and a classifier alone are packages too. At least one of
 * both must be there, and a classifier needs its label list. Other keys are ignored.
 * Throws ParseError: `info.json: classifier_labels: expected text, got number`.
 */
export function parsePackageInfo(json: unknown): PackageInfo {
  const info = expectObject(json, FILE);
  const version = textOrNull(info, 'version');
  if (version === null) throw new ParseError(`${FILE}: version`, 'text', given(info['version']));
  const parsed: PackageInfo = {
    version,
    type: parseType(info['type']),
    classifier: textOrNull(info, 'classifier'),
    classifierLabels: textOrNull(info, 'classifier_labels'),
    detector: textOrNull(info, 'detector'),
    taxonomy: textOrNull(info, 'taxonomy'),
    geofence: textOrNull(info, 'geofence'),
  };
  if (parsed.classifier === null && parsed.detector === null) {
    throw new ParseError(FILE, 'a detector or a classifier', 'neither');
  }
  if (parsed.classifier !== null && parsed.classifierLabels === null) {
    throw new ParseError(`${FILE}: classifier_labels`, 'text, because there is a classifier', 'nothing');
  }
  return parsed;
}

/**
 * The name under which a package's detector lies in its folder. For an address that is, as in the reference, the address up
 * to the first `?` with every `:` and `/` replaced by `_`; any other text is the name itself.
 */
export function detectorFileName(detector: string): string {
  if (!/^https?:\/\//.test(detector)) return detector;
  return detector.split('?')[0]!.replaceAll(/[:/]/g, '_');
}

function parseType(value: unknown): PackageType {
  if (value === 'always_crop' || value === 'full_image') return value;
  throw new ParseError(`${FILE}: type`, '"always_crop" or "full_image"', given(value));
}

function textOrNull(info: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = info[key];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw new ParseError(`${FILE}: ${key}`, 'text', kindOf(value));
  return value;
}

function given(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : kindOf(value);
}
