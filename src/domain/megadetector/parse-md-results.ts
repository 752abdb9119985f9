import { expectDepthUpTo, expectListUpTo, expectTextUpTo, given } from '../bounded-values';
import { finishPieces } from '../finish-pieces';
import { expectObject, kindOf, ParseError } from '../parse-error';
import { parsePythonFloat } from '../python-number-text';
import { resultFileKindOf } from '../result-file-kind';
import type { MdImage, MdResults } from './md-results';
import { parseMdDetections } from './parse-md-detections';

const FILE = 'results';
/** Far above any real survey; a list of this many images is some gigabytes of text. */
const MAX_IMAGES = 5_000_000;
const MAX_PATH_LENGTH = 4096;
const MAX_NAME_LENGTH = 10_000;
const MAX_CATEGORIES = 100_000;
const MAX_DEPTH = 32;
const IMAGES_PER_PIECE = 100;

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the content of a MegaDetector file, versions 1.3 to 1.6 and later, as tolerantly as its readers are: the version may be a
 * number, `detections` may be null or missing, a failure may stand beside boxes (run_md_and_speciesnet writes that), a conf
 * may be negative (a removed repeat), categories need not be in the table. Keys that are not known are kept.
 *
 * @throws ParseError for what cannot be used: `results: images[12].detections[0].bbox: expected 4 numbers …`. The other
 * JSON formats that people may hold for this one are called by name.
 */
export function parseMdResults(value: unknown): MdResults {
  return finishPieces(parseMdResultsInPieces(value));
}

/** The same, giving way every few images. */
export function* parseMdResultsInPieces(value: unknown): Generator<void, MdResults> {
  const { info, detection_categories, images, ...others } = expectMegadetectorFile(value);
  checkVersion(expectObject(info, `${FILE}: info`));
  const { classification_categories, classification_category_descriptions, ...extras } = others;
  expectDepthUpTo([info, extras], MAX_DEPTH, FILE);
  const list = expectListUpTo(images, MAX_IMAGES, `${FILE}: images`);
  const parsed: MdImage[] = [];
  for (const image of list) {
    parsed.push(parseImage(image, `${FILE}: images[${parsed.length}]`));
    if (parsed.length % IMAGES_PER_PIECE === 0) yield;
  }
  return {
    ...extras,
    info: info as Json,
    detection_categories: parseNames(detection_categories, `${FILE}: detection_categories`),
    ...tableAt('classification_categories', classification_categories),
    ...tableAt('classification_category_descriptions', classification_category_descriptions),
    images: parsed,
  };
}

/** What a refused file is called in the message. */
const OTHER_KINDS = {
  'microsoft-megadetector':
    'a file of Microsoft’s package MegaDetector: "confidence" and corners in pixels, which are of no use without each image’s size',
  speciesnet: 'a SpeciesNet file',
} as const;

function expectMegadetectorFile(value: unknown): Json {
  const kind = resultFileKindOf(value);
  if (kind !== null && kind !== 'megadetector') {
    throw new ParseError(FILE, 'an object with info, detection_categories and images', OTHER_KINDS[kind]);
  }
  return expectObject(value, FILE);
}

function checkVersion(info: Json): void {
  const version = info['format_version'];
  const where = `${FILE}: info.format_version`;
  const number = typeof version === 'string' ? parsePythonFloat(version) : version;
  if (typeof number === 'number' && number >= 1.3) return;
  throw new ParseError(where, '1.3 or later', given(version));
}

function tableAt(key: string, value: unknown): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return value === undefined || value === null ? {} : { [key]: parseNames(value, `${FILE}: ${key}`) };
}

function parseNames(value: unknown, where: string): Readonly<Record<string, string>> {
  const table = expectObject(value, where);
  const ids = Object.keys(table);
  if (ids.length > MAX_CATEGORIES) {
    throw new ParseError(where, `at most ${MAX_CATEGORIES} categories`, String(ids.length));
  }
  for (const id of ids) expectTextUpTo(table[id], MAX_NAME_LENGTH, `${where}["${id}"]`);
  return table as Readonly<Record<string, string>>;
}

function parseImage(value: unknown, where: string): MdImage {
  const image = expectObject(value, where);
  const { file, detections, failure, ...extras } = image;
  if (expectTextUpTo(file, MAX_PATH_LENGTH, `${where}.file`) === '') {
    throw new ParseError(`${where}.file`, 'a path', 'a blank');
  }
  if (failure !== undefined && failure !== null && typeof failure !== 'string') {
    throw new ParseError(`${where}.failure`, 'text or null', kindOf(failure));
  }
  for (const key in extras) expectDepthUpTo(extras[key], MAX_DEPTH, `${where}.${key}`);
  if (detections === undefined || detections === null) return image as MdImage;
  const parsed = parseMdDetections(detections, `${where}.detections`);
  return parsed === detections ? (image as MdImage) : { ...(image as MdImage), detections: parsed };
}
