import { expectNumberWithin, expectTextUpTo, given } from '../bounded-values';
import type { Detection } from '../detection';
import { expectObject, ParseError } from '../parse-error';
import type { FastWay } from '../model-package';
import type { FastDetectorRef } from './fast-detector';

/** What a run is set to: the package's own networks at their own size, or its fast detector. */
export type SpeedPreset = 'reference' | 'fast';

/**
 * How a fact was made when the Reference preset did not make it alone. `fast`: its boxes are a fast detector's.
 * `second-look`: first by a fast detector, then by the reference's, whose answer stands; what came first is kept here.
 */
export type FactSpeed =
  | { readonly preset: 'fast'; readonly detector: FastDetectorRef }
  | {
      readonly preset: 'second-look';
      readonly first: { readonly detector: FastDetectorRef; readonly detections: readonly Detection[] };
    };

const WAYS: Readonly<Record<FastWay, true>> = { int8: true, 'smaller-input': true, 'other-detector': true };
const MAX_NAME = 10_000;

/**
 * The `speed` of a fact from outside. `parseDetections` reads boxes as those of the fact are read.
 * @throws ParseError that starts with `where`
 */
export function parseFactSpeed(
  value: unknown,
  where: string,
  parseDetections: (value: unknown, where: string) => readonly Detection[],
): FactSpeed {
  const { preset, detector, first } = expectObject(value, where);
  if (preset === 'fast') return { preset, detector: parseRef(detector, `${where}.detector`) };
  if (preset !== 'second-look') throw new ParseError(`${where}.preset`, '"fast" or "second-look"', given(preset));
  const before = expectObject(first, `${where}.first`);
  return {
    preset,
    first: {
      detector: parseRef(before['detector'], `${where}.first.detector`),
      detections: parseDetections(before['detections'], `${where}.first.detections`),
    },
  };
}

function parseRef(value: unknown, where: string): FastDetectorRef {
  const { way, name, sha256, agreement } = expectObject(value, where);
  if (typeof way !== 'string' || !isWay(way)) {
    throw new ParseError(`${where}.way`, Object.keys(WAYS).join(', '), given(way));
  }
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) {
    throw new ParseError(`${where}.sha256`, '64 digits of lower-case hex', given(sha256));
  }
  return {
    way,
    name: expectTextUpTo(name, MAX_NAME, `${where}.name`),
    sha256,
    agreement: expectNumberWithin(agreement, [0, 1], `${where}.agreement`),
  };
}

function isWay(value: string): value is FastWay {
  return Object.hasOwn(WAYS, value);
}
