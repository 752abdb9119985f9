import { describe, expect, it } from 'vitest';
import { validateMdResults, validateMdResultsInPieces } from './validate-md-results';

const fileOf = (images: string, info = '{"format_version": "1.6"}') =>
  `{"info": ${info}, "detection_categories": {"1": "animal"}, "images": [${images}]}`;
const boxOf = (conf: string) =>
  fileOf(`{"file": "a.jpg", "detections": [{"category": "1", "conf": ${conf}, "bbox": [0, 0, 1, 1]}]}`);
const faultOf = (text: string) => validateMdResults(text).fault?.message ?? null;

describe('what Python tells apart and JSON.parse does not', () => {
  it.each([
    ['1.0', null],
    ['5e-3', null],
    ['1e0', null],
    ['-0.5', null],
    ['NaN', null],
    ['1', 'results: images[0].detections[0].conf: expected a number with a decimal point, got 1'],
    ['0', 'results: images[0].detections[0].conf: expected a number with a decimal point, got 0'],
    ['true', 'results: images[0].detections[0].conf: expected a number with a decimal point, got true'],
    ['"0.5"', 'results: images[0].detections[0].conf: expected a number with a decimal point, got "0.5"'],
  ])('a conf of %s', (conf, fault) => expect(faultOf(boxOf(conf))).toBe(fault));

  it.each([
    ['a byte-order mark', `\ufeff${boxOf('1.0')}`],
    ['a comma at the end', '{"info": {},}'],
    ['a comment', '{/* */}'],
    ['a cut text', boxOf('1.0').slice(0, 60)],
    ['a raw tab in a text', '{"a\tb": 1}'],
    ['more behind the end', `${boxOf('1.0')}x`],
    ['a number with a leading zero', boxOf('01.0')],
    ['a wrong escape', '{"\\x": 1}'],
    ['nothing', ''],
    ['too many levels', '['.repeat(2000)],
  ])('%s is no JSON', (_, text) => expect(faultOf(text)).toMatch(/^results: character \d+: expected /));

  it('escapes, and keys that occur twice: the last one counts', () => {
    const text = fileOf('{"file": "a.jpg", "file": "\\u00e9\\ud83d\\ude00.mp4", "detections": []}');
    expect(faultOf(text)).toBe('results: images[0].frames_processed: expected a list, got nothing');
  });

  it('tables behind the images', () => {
    const text =
      '{"images": [{"file": "a.jpg", "detections": [{"category": "2", "conf": 0.5, "bbox": null}]}], ' +
      '"info": {"format_version": "nan"}, "detection_categories": {"2": ""}}';
    expect(validateMdResults(text)).toEqual({
      isValid: true,
      fault: null,
      warnings: [],
      detectionCounts: new Map([['2', 1]]),
      classificationCounts: new Map(),
    });
  });
});

it('gives way, and says the same in pieces', () => {
  const images = Array.from({ length: 1000 }, (_, index) => `{"file": "${index}.jpg", "detections": []}`);
  const pieces = validateMdResultsInPieces(fileOf(images.join(', ')));
  let count = 0;
  for (let piece = pieces.next(); piece.done !== true; piece = pieces.next()) count++;
  expect(count).toBeGreaterThanOrEqual(20);
});
