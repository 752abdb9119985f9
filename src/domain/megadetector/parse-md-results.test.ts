import { describe, expect, it } from 'vitest';
import { parseMdResults, parseMdResultsInPieces } from './parse-md-results';

const BOX = { category: '1', conf: 0.9, bbox: [0.1, 0.2, 0.3, 0.4] };
const fileOf = (image: object, change: object = {}) => ({
  info: { format_version: '1.6', detector: 'md_v5a.0.1.pt' },
  detection_categories: { '1': 'animal' },
  images: [{ file: 'a.jpg', ...image }],
  ...change,
});
const parsedImage = (image: object) => parseMdResults(fileOf(image)).images[0];
const versionOf = (format_version: unknown) => fileOf({ detections: [] }, { info: { format_version } });

describe('what readers take', () => {
  it.each([
    ['boxes', { detections: [BOX] }],
    ['none', { detections: [] }],
    ['a failure', { detections: null, failure: 'image access failure' }],
    ['a failure without the key', { failure: 'image access failure' }],
    ['a failure beside boxes', { detections: [BOX], failure: 'Failure classification: x' }],
    ['neither boxes nor a failure', { detections: null, failure: null }],
    ['a removed repeat', { detections: [{ ...BOX, conf: -0.9 }] }],
    ['a category that is not in the table', { detections: [{ ...BOX, category: '7' }] }],
    ['a box that sticks out a little', { detections: [{ ...BOX, bbox: [-0.0001, 0, 1.0002, 1] }] }],
    ['other programs’ keys', { detections: [{ ...BOX, mine: { a: [1] } }], datetime: '2024:05:01 10:00:00', width: 4 }],
    ['several classes', { detections: [{ ...BOX, classifications: [['0', 0.9, 'x']], raw_classifications: [] }] }],
  ])('%s: kept as it is', (_, image) => expect(parsedImage(image)).toEqual({ file: 'a.jpg', ...image }));

  it.each([
    ['a category as a number', { category: 1 }, {}],
    ['no classes as null', { classifications: null }, {}],
    ['class ids as numbers', { classifications: [[3, 0.5]] }, { classifications: [['3', 0.5]] }],
  ])('%s: brought into form', (_, change, expected) => {
    const detections = [BOX, { ...BOX, ...change }, BOX];
    expect(parsedImage({ detections })).toEqual({ file: 'a.jpg', detections: [BOX, { ...BOX, ...expected }, BOX] });
  });

  it.each(['1.3', '1.4', '1.5', '1.6', '1.7', 1.4, 1.5])('version %j', (version) => {
    expect(parseMdResults(versionOf(version)).info['format_version']).toBe(version);
  });

  it('tables and other keys of the file', () => {
    const tables = {
      classification_categories: { '0': 'lion' },
      classification_category_descriptions: { '0': 'u;;;;;;lion' },
    };
    const file = fileOf({ detections: [] }, { ...tables, mine: 1 });
    expect(parseMdResults(file)).toEqual(file);
    expect(parseMdResults({ ...file, classification_categories: null })).not.toHaveProperty(
      'classification_categories',
    );
  });
});

describe('what cannot be used', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 40; level++) deep = [deep];
  it.each([
    ['text', 'x', 'results: expected an object, got text'],
    [
      'no images',
      { info: { format_version: '1.6' }, detection_categories: {} },
      'results: images: expected a list, got nothing',
    ],
    ['no version', versionOf(undefined), 'results: info.format_version: expected 1.3 or later, got nothing'],
    ['an old version', versionOf('1.2'), 'results: info.format_version: expected 1.3 or later, got "1.2"'],
    ['a blank version', versionOf(' '), 'results: info.format_version: expected 1.3 or later, got " "'],
    [
      'no table',
      fileOf({}, { detection_categories: [] }),
      'results: detection_categories: expected an object, got a list',
    ],
    [
      'no name',
      fileOf({}, { detection_categories: { 1: 5 } }),
      'results: detection_categories["1"]: expected text, got number',
    ],
    ['no path', fileOf({ file: '' }), 'results: images[0].file: expected a path, got a blank'],
    [
      'a failure that is no text',
      fileOf({ failure: 5 }),
      'results: images[0].failure: expected text or null, got number',
    ],
    [
      'boxes that are no list',
      fileOf({ detections: {} }),
      'results: images[0].detections: expected a list, got an object',
    ],
    [
      'too deep',
      fileOf({ mine: deep }),
      'results: images[0].mine: expected less deep nesting, got objects and lists below the limit',
    ],
  ])('%s', (_, file, message) => expect(() => parseMdResults(file)).toThrow(message));

  it.each([
    ['conf', { conf: '0.9' }, 'conf: expected a number from -1.001 to 1.001, got "0.9"'],
    ['percent', { conf: 90 }, 'conf: expected a number from -1.001 to 1.001, got 90'],
    ['pixels', { bbox: [10, 20, 30, 40] }, 'bbox: expected a number from -1 to 2, got 10'],
    ['three numbers', { bbox: [0, 0, 1] }, 'bbox: expected 4 numbers, got 3'],
    ['no category', { category: null }, 'category: expected an id as text, got null'],
    [
      'a class without score',
      { classifications: [['0']] },
      'classifications[0][1]: expected a number from -1.001 to 1.001, got nothing',
    ],
    [
      'a raw class beside none',
      { classifications: null, raw_classifications: [['0']] },
      'raw_classifications[0][1]: expected',
    ],
  ])('%s', (_, change, message) => {
    expect(() => parsedImage({ detections: [{ ...BOX, ...change }] })).toThrow(
      `results: images[0].detections[0].${message}`,
    );
  });

  it.each([
    [
      'Microsoft’s package of the same name',
      [
        { file: 'e.jpg', detections: [] },
        { file: 'a.jpg', detections: [{ category: 'animal', confidence: 0.93, bbox: [102.4, 88.1, 540.7, 470.2] }] },
      ],
      'a file of Microsoft’s package MegaDetector',
    ],
    ['SpeciesNet', { predictions: [] }, 'a SpeciesNet file'],
    ['a list of something', [{ file: 'a.jpg', detections: [{ conf: 0.5 }] }], 'a list'],
  ])('the file of %s is named', (_, file, got) => {
    expect(() => parseMdResults(file)).toThrow(new RegExp(`^results: expected an object.*, got ${got}`));
  });

  it('more boxes on one picture than can be compared, but not as many in a video', () => {
    const boxes = Array.from({ length: 5001 }, (_, frame_number) => ({ ...BOX, frame_number }));
    expect(parsedImage({ detections: boxes })?.detections).toHaveLength(5001);
    const still = boxes.map(() => BOX);
    expect(() => parsedImage({ detections: still })).toThrow('at most 5000 boxes of one picture');
  });
});

it('gives way while it reads', () => {
  const images = Array.from({ length: 1000 }, (_, index) => ({ file: `${index}.jpg`, detections: [BOX] }));
  const pieces = [...parseMdResultsInPieces(fileOf({}, { images }))];
  expect(pieces.length).toBeGreaterThanOrEqual(10);
});
