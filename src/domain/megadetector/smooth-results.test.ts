import { describe, expect, it } from 'vitest';
import { box, resultsOf, times } from '../../../test/classified-results';
import { finishPieces } from '../finish-pieces';
import { ParseError } from '../parse-error';
import type { MdDetection, MdResults } from './md-results';
import { smoothImages, smoothSequences, type SmoothedResults } from './smooth-results';
import { SMOOTHING_DEFAULTS, type SmoothingOptions } from './smoothing-options';

const byImage = (results: MdResults, options: Partial<SmoothingOptions> = {}) =>
  finishPieces(smoothImages(results, { ...SMOOTHING_DEFAULTS, ...options }));
const bySequence = (
  results: MdResults,
  sequences: readonly (readonly string[])[],
  options: Partial<SmoothingOptions> = {},
) => finishPieces(smoothSequences(results, sequences, { ...SMOOTHING_DEFAULTS, ...options }));

const classesOf = ({ results }: SmoothedResults) =>
  results.images.map(({ detections }) => (detections ?? []).map((one) => one.classifications?.[0]?.[0] ?? null));

describe('the ancestor test', () => {
  it.each<[string, readonly MdDetection[], readonly string[], readonly string[]]>([
    [
      'wolves and a dingo',
      [...times(3, 'wolf'), box('dingo')],
      Array(4).fill('dingo'),
      ['wolf', 'wolf', 'wolf', 'dingo'],
    ],
    ['many wolves and a dingo', [...times(5, 'wolf'), box('dingo')], Array(6).fill('dingo'), Array(6).fill('wolf')],
    [
      'chipmunks and a squirrel',
      [...times(2, 'chipmunks'), box('squirrel')],
      Array(3).fill('squirrel'),
      ['chipmunks', 'chipmunks', 'squirrel'],
    ],
    ['canines and a dingo', [...times(5, 'canines'), box('dingo')], Array(6).fill('dingo'), Array(6).fill('dingo')],
  ])('%s', (_, detections, asReference, byRank) => {
    const results = resultsOf([{ file: 'a.jpg', detections }]);
    expect(classesOf(byImage(results))).toEqual([asReference]);
    expect(classesOf(byImage(results, { ancestors: 'by-rank' }))).toEqual([byRank]);
  });
});

describe('the list of changes', () => {
  it.each<[string, readonly MdDetection[], Partial<SmoothingOptions>, readonly object[]]>([
    [
      'other',
      [box('cattle'), box('animal'), box('cattle')],
      {},
      [{ detection: 1, before: 'animal', after: 'cattle', steps: ['other'] }],
    ],
    [
      'nondominant',
      [box('raven'), ...times(4, 'cattle')],
      {},
      [{ detection: 0, before: 'raven', after: 'cattle', steps: ['nondominant'] }],
    ],
    [
      'ancestor',
      [box('fox'), box('canines')],
      {},
      [{ detection: 1, before: 'canines', after: 'fox', steps: ['ancestor'] }],
    ],
    [
      'same family',
      [box('fox'), ...times(2, 'wolf')],
      { maxInFamily: 10_000 },
      [{ detection: 0, before: 'fox', after: 'wolf', steps: ['same-family'] }],
    ],
    [
      'two steps on one detection',
      [...times(2, 'canis'), box('animal'), box('wolf')],
      {},
      [
        { detection: 0, before: 'canis', after: 'wolf', steps: ['ancestor'] },
        { detection: 1, before: 'canis', after: 'wolf', steps: ['ancestor'] },
        { detection: 2, before: 'animal', after: 'wolf', steps: ['other', 'ancestor'] },
      ],
    ],
    ['nothing', [box('fox'), box('raven')], {}, []],
  ])('says %s', (_, detections, options, changes) => {
    const image = { file: 'a.jpg', detections };
    const expected = changes.map((change) => ({ file: 'a.jpg', ...change }));
    expect(byImage(resultsOf([image]), options).changes).toEqual(expected);
    expect(bySequence(resultsOf([image]), [['a.jpg']], options).changes).toEqual(expected);
  });

  it('follows the file when sequences are in another order', () => {
    const images = ['a', 'b', 'c'].map((file) => ({ file, detections: [box('cattle'), box('cattle'), box('blank')] }));
    const { changes } = bySequence(resultsOf(images), [['c', 'b'], ['a']]);
    expect(changes.map(({ file }) => file)).toEqual(['a', 'b', 'c']);
  });
});

describe('smoothSequences', () => {
  it('names files that the results do not have', () => {
    const { unknownFiles } = bySequence(resultsOf([{ file: 'a', detections: [] }]), [['a', 'x'], ['y']]);
    expect(unknownFiles).toEqual(['x', 'y']);
  });

  it('counts a detection as often as its file is listed', () => {
    const images = [
      { file: 'a', detections: [box('cattle')] },
      { file: 'b', detections: [box('animal')] },
    ];
    expect(classesOf(bySequence(resultsOf(images), [['a', 'a', 'b']]))).toEqual([['cattle'], ['cattle']]);
  });

  it('takes the time of a step for each image and each sequence', () => {
    const images = ['a', 'b', 'c'].map((file) => ({ file, detections: [box('fox')] }));
    const steps = [...smoothSequences(resultsOf(images), [['a', 'b'], ['c']], SMOOTHING_DEFAULTS)];
    expect(steps.length).toBeGreaterThanOrEqual(images.length + 2);
  });
});

describe('bad input', () => {
  const image = (detections: readonly unknown[]) => [{ file: 'a', detections: detections as MdDetection[] }];

  it.each<[string, MdResults, string]>([
    [
      'no classes',
      { ...resultsOf([]), classification_categories: undefined as never },
      'classification_categories: expected an object',
    ],
    [
      'no animals',
      resultsOf([], { detection_categories: { 1: 'beast' } }),
      'detection_categories: expected a category "animal", got none',
    ],
    [
      'classes out of order',
      resultsOf(
        image([
          box('fox'),
          box('fox', {
            classifications: [
              ['fox', 0.3],
              ['wolf', 0.6],
            ],
          }),
        ]),
      ),
      'images[0].detections[1].classifications: expected best first',
    ],
    [
      'classes that are no list',
      resultsOf(image([{ ...box('fox'), classifications: null }])),
      'classifications: expected a list, got null',
    ],
    [
      'a class without description',
      resultsOf(image([box('lynx')])),
      'classification_category_descriptions["lynx"]: expected a description',
    ],
    [
      'a file twice',
      resultsOf([
        { file: 'a', detections: [] },
        { file: 'a', detections: null },
      ]),
      'images[1].file: expected each file once, got "a" again',
    ],
  ])('%s', (_, results, message) => {
    const smooth = () => bySequence(results, []);
    expect(smooth).toThrow(ParseError);
    expect(smooth).toThrow(message);
  });
});
