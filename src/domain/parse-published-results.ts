import { DETECTION_LABELS, type Bbox, type DetectionCategory } from './detection';
import { requireSevenParts } from './label-list';
import { expectList, expectObject, expectText, kindOf, ParseError } from './parse-error';
import type {
  PhotoClass,
  PhotoDetections,
  PublishedDetection,
  PublishedModel,
  PublishedResults,
  PublishedSet,
  PublishedSource,
  PublishedVersion,
  ReferencePhotos,
} from './published-results';

const FILE = 'published-results.json';

/**
 * Reads the content of `models/published-results.json`. Keys that are not known are ignored. Boxes are
 * `[xMin, yMin, width, height]` in fractions of the image; hashes are lower-case hex.
 *
 * @throws ParseError: `published-results.json: sets[0].photos[2].detections[0].bbox: expected 4 numbers from 0 to 1, got 3`.
 */
export function parsePublishedResults(value: unknown): PublishedResults {
  const { format, photos, sets } = expectObject(value, FILE);
  if (format !== 1)
    throw new ParseError(`${FILE}: format`, '1', typeof format === 'number' ? String(format) : quoted(format));
  const parsed = parsePhotos(photos, `${FILE}: photos`);
  const names = new Set(parsed.files.map(({ name }) => name));
  return { photos: parsed, sets: parseEach(sets, `${FILE}: sets`, (set, where) => parseSet(set, where, names)) };
}

function parsePhotos(value: unknown, where: string): ReferencePhotos {
  const { repository, folder, licence, files } = expectObject(value, where);
  return {
    repository: expectText(repository, `${where}.repository`),
    folder: expectText(folder, `${where}.folder`),
    licence: expectText(licence, `${where}.licence`),
    files: parseEach(files, `${where}.files`, (file, place) => {
      const { name, size, sha256 } = expectObject(file, place);
      return {
        name: expectText(name, `${place}.name`),
        size: expectNumber(size, `${place}.size`),
        sha256: expectHash(sha256, 64, `${place}.sha256`),
      };
    }),
  };
}

function parseSet(value: unknown, where: string, names: ReadonlySet<string>): PublishedSet {
  const { kind, id, name, source, models, minConf, versions, labels, photos } = expectObject(value, where);
  const head = {
    id: expectText(id, `${where}.id`),
    name: expectText(name, `${where}.name`),
    source: parseSource(source, `${where}.source`),
  };
  if (kind === 'detections') {
    return {
      kind,
      ...head,
      models: parseEach(models, `${where}.models`, parseModel),
      minConf: expectFraction(minConf, `${where}.minConf`),
      photos: parseEach(photos, `${where}.photos`, (photo, place) => parsePhotoDetections(photo, place, names)),
    };
  }
  if (kind === 'classes') {
    return {
      kind,
      ...head,
      versions: parseEach(versions, `${where}.versions`, parseVersion),
      labels: expectNumber(labels, `${where}.labels`),
      photos: parseEach(photos, `${where}.photos`, (photo, place) => parsePhotoClass(photo, place, names)),
    };
  }
  throw new ParseError(`${where}.kind`, 'detections or classes', quoted(kind));
}

function parseSource(value: unknown, where: string): PublishedSource {
  const { repository, file } = expectObject(value, where);
  return { repository: expectText(repository, `${where}.repository`), file: expectText(file, `${where}.file`) };
}

function parseModel(value: unknown, where: string): PublishedModel {
  return { ...parseVersion(value, where), md5: expectHash(expectObject(value, where)['md5'], 32, `${where}.md5`) };
}

function parseVersion(value: unknown, where: string): PublishedVersion {
  const { version, isInferred } = expectObject(value, where);
  if (typeof isInferred !== 'boolean') {
    throw new ParseError(`${where}.isInferred`, 'true or false', kindOf(isInferred));
  }
  return { version: expectText(version, `${where}.version`), isInferred };
}

function parsePhotoDetections(value: unknown, where: string, names: ReadonlySet<string>): PhotoDetections {
  const { file, detections } = expectObject(value, where);
  const parsed = parseEach(detections, `${where}.detections`, parseDetection);
  return { file: expectPhoto(file, `${where}.file`, names), detections: parsed.toSorted((a, b) => b.conf - a.conf) };
}

function parseDetection(value: unknown, where: string): PublishedDetection {
  const { category, conf, bbox } = expectObject(value, where);
  if (!isCategory(category)) throw new ParseError(`${where}.category`, '"1", "2" or "3"', quoted(category));
  return { category, conf: expectFraction(conf, `${where}.conf`), bbox: expectBbox(bbox, `${where}.bbox`) };
}

function parsePhotoClass(value: unknown, where: string, names: ReadonlySet<string>): PhotoClass {
  const { file, box, label, score } = expectObject(value, where);
  const line = expectText(label, `${where}.label`);
  requireSevenParts(line, `${where}.label`);
  return {
    file: expectPhoto(file, `${where}.file`, names),
    box: box === null ? null : expectBbox(box, `${where}.box`),
    label: line,
    score: score === null ? null : expectFraction(score, `${where}.score`),
  };
}

function parseEach<Part>(
  value: unknown,
  where: string,
  parse: (part: unknown, where: string) => Part,
): readonly Part[] {
  return expectList(value, where).map((part, index) => parse(part, `${where}[${index}]`));
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : kindOf(value);
}

function isCategory(value: unknown): value is DetectionCategory {
  return typeof value === 'string' && Object.hasOwn(DETECTION_LABELS, value);
}

function expectPhoto(value: unknown, where: string, names: ReadonlySet<string>): string {
  const name = expectText(value, where);
  if (!names.has(name)) throw new ParseError(where, 'the name of one of the photos', `"${name}"`);
  return name;
}

function expectBbox(value: unknown, where: string): Bbox {
  const numbers = expectList(value, where);
  if (numbers.length !== 4) throw new ParseError(where, '4 numbers from 0 to 1', String(numbers.length));
  const [xMin, yMin, width, height] = numbers.map((number, index) => expectFraction(number, `${where}[${index}]`));
  return [xMin!, yMin!, width!, height!];
}

function expectNumber(value: unknown, where: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new ParseError(where, 'a whole number', typeof value === 'number' ? String(value) : kindOf(value));
}

function expectFraction(value: unknown, where: string): number {
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  throw new ParseError(where, 'a number from 0 to 1', typeof value === 'number' ? String(value) : kindOf(value));
}

function expectHash(value: unknown, length: 32 | 64, where: string): string {
  const text = expectText(value, where);
  if (text.length === length && /^[0-9a-f]+$/.test(text)) return text;
  throw new ParseError(where, `${length} digits of lower-case hex`, `"${text.slice(0, 80)}"`);
}
