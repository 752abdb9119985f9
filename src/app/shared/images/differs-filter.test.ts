import { describe, expect, it } from 'vitest';
import type { ComparedImage, ComparedResult } from '../../../domain/comparison/compared-image';
import { reviewComparison } from '../../../domain/comparison/review-comparison';
import { finishPieces } from '../../../domain/finish-pieces';
import type { Comparison } from '../../state/comparison-view';
import { differingPaths, parseDiffersFilter, type DiffersFilter } from './differs-filter';

const image = (change: Partial<ComparedImage> = {}): ComparedImage => ({
  label: 'lion',
  score: 0.9,
  source: null,
  detections: [],
  failed: false,
  ...change,
});
const box = { category: 'animal', conf: 0.9, bbox: [0, 0, 1, 1] as const };
const mine: ComparedResult = new Map([
  ['same', image()],
  ['fox', image()],
  ['none', image()],
  ['score', image()],
  ['boxes', image()],
  ['names', image({ detections: [{ ...box, label: 'lion' }] })],
  ['failed', image()],
  ['here', image()],
]);
const theirs: ComparedResult = new Map([
  ['same', image()],
  ['fox', image({ label: 'fox' })],
  ['none', image({ label: null, score: null })],
  ['score', image({ score: 0.6 })],
  ['boxes', image({ detections: [box] })],
  ['names', image({ detections: [{ ...box, label: 'fox' }] })],
  ['failed', image({ failed: true })],
  ['there', image()],
]);
const comparison: Comparison = {
  file: { fileName: 'b.json', form: 'speciesnet', count: theirs.size },
  review: finishPieces(reviewComparison(mine, theirs, 'speciesnet')),
  mine,
  theirs,
};

describe('images that differ', () => {
  it.each<[DiffersFilter, readonly string[]]>([
    [{ what: 'any' }, ['boxes', 'failed', 'fox', 'names', 'none', 'score']],
    [{ what: 'label' }, ['fox', 'none']],
    [{ what: 'boxes' }, ['boxes']],
    [{ what: 'box-labels' }, ['names']],
    [{ what: 'failure' }, ['failed']],
    [{ what: 'only-here' }, ['here']],
    [{ what: 'score', above: 0.2 }, ['score']],
    [{ what: 'score', above: 0.4 }, []],
    [{ what: 'transition', from: 'lion', to: 'fox' }, ['fox']],
    [{ what: 'transition', from: 'lion', to: null }, ['none']],
    [{ what: 'transition', from: 'fox', to: 'lion' }, []],
  ])('%j', (filter, expected) => expect([...differingPaths(comparison, filter)].sort()).toEqual(expected));
});

describe('what the tab kept', () => {
  it.each<DiffersFilter>([
    { what: 'any' },
    { what: 'only-here' },
    { what: 'score', above: 0.1 },
    { what: 'transition', from: null, to: 'fox' },
  ])('%j comes back', (filter) => expect(parseDiffersFilter(JSON.parse(JSON.stringify(filter)))).toEqual(filter));

  it.each([
    null,
    'any',
    {},
    { what: 'else' },
    { what: 'constructor' },
    { what: 'score' },
    { what: 'transition', from: 1 },
  ])('%j is none', (kept) => expect(parseDiffersFilter(kept)).toBeNull());
});
