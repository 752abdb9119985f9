import { expectDepthUpTo, expectListUpTo, expectTextUpTo, expectWholeWithin, given } from './bounded-values';
import { requireSevenParts } from './label-list';
import { expectObject, kindOf, ParseError } from './parse-error';
import { expectSha256 } from './parse-inference';
import type { Place, RunMode } from './survey';
import {
  SURVEY_FILE_FORMAT,
  SURVEY_FILE_VERSION,
  type SurveyFileHeader,
  type SurveyFilePackage,
  type SurveyFileSettings,
} from './survey-file';

const MAX_NAME = 10_000;
const MAX_LABEL = 10_000;
const MAX_LABELS = 1_000_000;
const MAX_COUNT = 1_000_000_000;
const MAX_DEPTH = 8;
const MODES: readonly RunMode[] = ['species', 'detections', 'classify-whole-images', 'classify-detections', 'ensemble'];

/**
 * The first line of a survey file. Throws a ParseError that starts with `where`; a file of another kind or of a newer version
 * is told apart from a broken one.
 */
export function parseSurveyFileHeader(value: unknown, where: string): SurveyFileHeader {
  const header = expectObject(value, where);
  const { format, version, name, counts } = header;
  if (format !== SURVEY_FILE_FORMAT) {
    throw new ParseError(`${where}.format`, `"${SURVEY_FILE_FORMAT}"`, given(format));
  }
  if (version !== SURVEY_FILE_VERSION) {
    throw new ParseError(`${where}.version`, String(SURVEY_FILE_VERSION), given(version));
  }
  return {
    name: expectTextUpTo(name, MAX_NAME, `${where}.name`),
    package: parsePackage(header['package'], `${where}.package`),
    settings: parseSettings(header['settings'], `${where}.settings`),
    counts: parseCounts(counts, `${where}.counts`),
  };
}

function parsePackage(value: unknown, where: string): SurveyFilePackage | null {
  if (value === null) return null;
  const { id, name, version, type, labels } = expectObject(value, where);
  if (type !== 'always_crop' && type !== 'full_image') {
    throw new ParseError(`${where}.type`, '"always_crop" or "full_image"', given(type));
  }
  return {
    id: expectTextUpTo(id, MAX_NAME, `${where}.id`),
    name: expectTextUpTo(name, MAX_NAME, `${where}.name`),
    version: expectTextUpTo(version, MAX_NAME, `${where}.version`),
    type,
    labels: parseLabelsOrHash(labels, `${where}.labels`),
  };
}

function parseLabelsOrHash(value: unknown, where: string): SurveyFilePackage['labels'] {
  if (!Array.isArray(value)) {
    const { sha256, count } = expectObject(value, where);
    return {
      sha256: expectSha256(sha256, `${where}.sha256`),
      count: expectWholeWithin(count, [0, MAX_LABELS], `${where}.count`),
    };
  }
  return expectListUpTo(value, MAX_LABELS, where).map((label, index) => {
    const line = expectTextUpTo(label, MAX_LABEL, `${where}[${index}]`);
    requireSevenParts(line, `${where}[${index}]`);
    return line;
  });
}

function parseSettings(value: unknown, where: string): SurveyFileSettings {
  const { mode, place, geofence, ...others } = expectObject(value, where);
  const known = MODES.find((name) => name === mode);
  if (known === undefined) throw new ParseError(`${where}.mode`, MODES.join(', '), given(mode));
  if (typeof geofence !== 'boolean') throw new ParseError(`${where}.geofence`, 'true or false', kindOf(geofence));
  expectDepthUpTo(others, MAX_DEPTH, where);
  return { ...others, mode: known, place: parsePlace(place, `${where}.place`), geofence };
}

function parsePlace(value: unknown, where: string): Place {
  const { country, admin1Region } = expectObject(value, where);
  return {
    country: country === null ? null : expectTextUpTo(country, MAX_NAME, `${where}.country`),
    admin1Region: admin1Region === null ? null : expectTextUpTo(admin1Region, MAX_NAME, `${where}.admin1Region`),
  };
}

function parseCounts(value: unknown, where: string): SurveyFileHeader['counts'] {
  const { listed, done, failed } = expectObject(value, where);
  return {
    listed: expectWholeWithin(listed, [0, MAX_COUNT], `${where}.listed`),
    done: expectWholeWithin(done, [0, MAX_COUNT], `${where}.done`),
    failed: expectWholeWithin(failed, [0, MAX_COUNT], `${where}.failed`),
  };
}
