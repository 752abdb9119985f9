import { describe, expect, it } from 'vitest';
import { LION, PUMA } from '../../../../test/small-package';
import type { ComparedImage, ComparedResult } from '../../../domain/comparison/compared-image';
import { reviewComparison } from '../../../domain/comparison/review-comparison';
import { finishPieces } from '../../../domain/finish-pieces';
import type { Comparison } from '../../state/comparison-view';
import { comparisonText } from './comparison-text';
import { differenceWords } from './difference-words';
import { equalityWords } from './equality-words';
import { pathWords } from './path-words';

const box = (conf: number, x = 0) => ({ category: 'animal', conf, bbox: [x, 0, 0.5, 0.5] as const });
const image = (change: Partial<ComparedImage> = {}): ComparedImage => ({
  label: LION,
  score: 0.9,
  source: 'classifier',
  detections: [box(0.9)],
  failed: false,
  ...change,
});

function compare(mine: Readonly<Record<string, ComparedImage>>, theirs: Readonly<Record<string, ComparedImage>>) {
  const [a, b]: ComparedResult[] = [new Map(Object.entries(mine)), new Map(Object.entries(theirs))];
  const review = finishPieces(reviewComparison(a!, b!, 'speciesnet'));
  const file = { fileName: 'b.json', form: 'speciesnet', count: b!.size } as const;
  return { file, review, mine: a!, theirs: b! } satisfies Comparison;
}

describe('what differs on an image', () => {
  it.each<[string, ComparedImage, ComparedImage, readonly string[]]>([
    ['a label', image(), image({ label: PUMA }), ['Lion here, Puma there']],
    ['a plain name', image(), image({ label: 'red fox' }), ['Lion here, Red fox there']],
    ['no label', image(), image({ label: null, score: null }), ['Lion here, No label there']],
    ['a score', image(), image({ score: 0.5 }), ['score 0.40 apart']],
    ['a failure there', image(), image({ failed: true }), ['failed there']],
    ['a failure here', image({ failed: true }), image(), ['failed here']],
    [
      'boxes',
      image(),
      image({ detections: [box(0.9, 0.5), box(0.5, 0.5)] }),
      ['1 box only here', '2 boxes only there'],
    ],
    ['a conf', image(), image({ detections: [box(0.6)] }), ['conf 0.30 apart']],
    ['a place', image(), image({ detections: [box(0.9, 0.05)] }), ['box moved by 0.0500']],
  ])('%s', (_, mine, theirs, expected) => {
    const comparison = compare({ 'a.jpg': mine, 'z.jpg': image() }, { 'a.jpg': theirs, 'z.jpg': image() });
    expect(differenceWords(comparison.review.differing[0]!, comparison, 'decimal')).toEqual(expected);
  });

  it('images of one side', () => {
    const comparison = compare({ a: image(), b: image() }, { a: image(), c: image() });
    expect(comparison.review.differing.map((found) => differenceWords(found, comparison, 'decimal'))).toEqual([
      ['not in the file'],
      ['not here'],
    ]);
  });
});

describe('the verdict', () => {
  it('is plain when all is equal', () => {
    expect(equalityWords(compare({ a: image(), b: image() }, { a: image(), b: image() }))).toEqual([
      'Equal to the reference',
      expect.stringMatching(/^All 2 images that both have are equal/),
    ]);
  });

  it('says what is not', () => {
    const comparison = compare(
      { a: image(), b: image() },
      { a: image({ source: 'detector' }), b: image({ score: 0.8 }) },
    );
    expect(equalityWords(comparison)).toEqual([
      'Not equal',
      'Beyond the strict tolerances: another source of the label on 1 image and the score on 1 image.',
    ]);
  });

  it('is silent where nothing was compared', () => {
    const comparison = compare({ a: image() }, { 'x/b': image() });
    expect(equalityWords(comparison)).toEqual([]);
    expect(pathWords(comparison)).toEqual([
      expect.stringMatching(/^No image of the file is one of this survey/),
      'The file speaks of “x/b”.',
    ]);
  });
});

it('tells without what paths are the same', () => {
  const comparison = compare(
    { 'a/1.jpg': image(), 'a/2.jpg': image() },
    { 'D:\\x\\1.jpg': image(), 'D:\\x\\2.jpg': image() },
  );
  expect(pathWords(comparison)).toEqual(['Found by their paths, without “D:/x/” in the file, without “a/” here.']);
});

it('the copy holds every table', () => {
  const comparison = compare({ a: image(), b: image(), c: image() }, { a: image(), b: image({ label: PUMA }) });
  const text = comparisonText({ survey: 'North Fork', appVersion: '1.2.3' }, comparison);
  expect(text).toContain('Understory 1.2.3: Comparison of North Fork with b.json');
  expect(text).toContain('Not equal\n');
  expect(text).toContain('In both\t2\nWithout a difference\t1\nOnly here\t1\nOnly in the file\t0\nSame label\t50 %');
  expect(text).toContain('Another label\t1');
  expect(text).toContain('Lion\tPuma\t1');
  expect(text).toContain('animal\t2\t0\t0');
});
