import { describe, expect, it } from 'vitest';
import type { DetectionCategory } from '../domain/detection';
import { detectionsFromRows, hasUsableRows, splitFaint } from './detector-output';
import { MEGADETECTOR_LIMITS } from './nms';

const size = { width: 640, height: 640 };
const sizes = { network: size, source: size };

/** A network with a horse, a cow, a chair and a person. */
const categories: readonly (DetectionCategory | null)[] = ['1', '1', null, '2'];

function rowsOf(...rows: number[][]) {
  return { data: Float32Array.from(rows.flat()), count: rows.length, columns: 9 };
}

const place = [320, 320, 100, 100];

describe('detectionsFromRows', () => {
  it('one animal called horse and cow is one animal', () => {
    const rows = rowsOf([...place, 0.8, 0, 1, 0, 0], [...place, 0.9, 1, 0, 0, 0]);
    const detections = detectionsFromRows(rows, sizes, categories);
    expect(detections.map(({ category, conf }) => [category, conf])).toEqual([['1', Math.fround(0.9)]]);
  });

  it('a person on a horse is two things', () => {
    const rows = rowsOf([...place, 0.8, 0, 0, 0, 1], [...place, 0.9, 1, 0, 0, 0]);
    const detections = detectionsFromRows(rows, sizes, categories);
    expect(detections.map(({ label }) => label)).toEqual(['animal', 'human']);
  });

  it('what has no category is dropped, and hides nothing', () => {
    const rows = rowsOf([...place, 0.9, 0, 0, 1, 0], [...place, 0.8, 0, 1, 0, 0]);
    const detections = detectionsFromRows(rows, sizes, categories);
    expect(detections.map(({ label }) => label)).toEqual(['animal']);
  });

  it('keeps what is above 0.01, and nothing at it', () => {
    const rows = rowsOf([...place, Math.fround(0.01), 1, 0, 0, 0], [...place, 0.0101, 0, 0, 0, 1]);
    expect(detectionsFromRows(rows, sizes, categories)).toHaveLength(1);
  });

  it('refuses rows of another network', () => {
    expect(() => detectionsFromRows(rowsOf(), sizes, ['1'])).toThrow('expected 6 columns for 1 classes, got 9');
  });
});

describe('splitFaint', () => {
  const confs = (detections: readonly { readonly conf: number }[]) => detections.map(({ conf }) => conf);
  const row = (index: number, conf: number) => [100 * index, 320, 50, 50, conf, 1, 0, 0, 0];
  const many = [0.9, 0.0101, 0.01, 0.0051, 0.005].map(Math.fround);

  it('gives SpeciesNet its own detections, and the rest above 0.005 apart', () => {
    const rows = rowsOf(...many.map((conf, index) => row(index, conf)));
    const { detections, faintDetections } = splitFaint(
      detectionsFromRows(rows, sizes, categories, MEGADETECTOR_LIMITS),
    );
    expect(detections).toEqual(detectionsFromRows(rows, sizes, categories));
    expect(confs(detections)).toEqual(many.slice(0, 2));
    expect(confs(faintDetections)).toEqual(many.slice(2, 4));
  });

  it('has no faint ones when all are sure', () => {
    const rows = rowsOf(row(1, 0.9));
    expect(splitFaint(detectionsFromRows(rows, sizes, categories)).faintDetections).toEqual([]);
  });
});

describe('hasUsableRows', () => {
  it.each([
    [0.5, true],
    [Infinity, true],
    [NaN, false],
  ])('objectness %d: %s', (obj, expected) => {
    expect(hasUsableRows(rowsOf([...place, 0.5, 1, 0, 0, 0], [...place, obj, 1, 0, 0, 0]))).toBe(expected);
  });
});
