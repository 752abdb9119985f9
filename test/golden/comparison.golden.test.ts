import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { comparedFromMegadetector } from '../../src/domain/comparison/compared-from-megadetector';
import { comparedFromSpeciesnet } from '../../src/domain/comparison/compared-from-speciesnet';
import type { ComparedResult } from '../../src/domain/comparison/compared-image';
import { compareResults } from '../../src/domain/comparison/compare-results';
import { finishPieces } from '../../src/domain/finish-pieces';
import { parseMdResults } from '../../src/domain/megadetector/parse-md-results';
import { parseSpeciesnetResults } from '../../src/domain/parse-speciesnet-results';
import { resultFileKindOf } from '../../src/domain/result-file-kind';
import { describeGolden, goldenPath, readGolden } from './golden-folder';

// Comparing the reference's result files for real photos with each other, where the answer is known.

const FILES = ['none', 'none.unrounded', 'USA-CA', 'KEN', 'detector_only', 'classifier_only', 'full_image-none'];
const SPECIESNET = FILES.map((name) => `e2e/predictions-${name}.json`);
const MEGADETECTOR = ['e2e/md-none.json', 'e2e/md-USA-CA.json', 'e2e/md-detections.json', 'e2e/md-bad.json'];
const PRESENT = [...SPECIESNET, ...MEGADETECTOR].filter((file) => existsSync(goldenPath(file)));

function readResult(file: string): ComparedResult {
  const value = readGolden(file);
  return resultFileKindOf(value) === 'speciesnet'
    ? finishPieces(comparedFromSpeciesnet(parseSpeciesnetResults(value)))
    : finishPieces(comparedFromMegadetector(parseMdResults(value)));
}

const compare = (a: ComparedResult, b: ComparedResult) => finishPieces(compareResults(a, b));
const renamed = (result: ComparedResult, rename: (path: string) => string): ComparedResult =>
  new Map([...result].map(([path, image]) => [rename(path), image]));

describeGolden('e2e/predictions-none.json', () => {
  it.each(PRESENT)('%s is equal to itself, also under other paths', (file) => {
    const result = readResult(file);
    const elsewhere = renamed(result, (path) => `D:\\Photos\\2024\\${path.replaceAll('/', '\\')}`);
    for (const other of [result, elsewhere]) {
      const { summary, paths } = compare(result, other);
      expect(summary).toMatchObject({
        compared: result.size,
        equal: result.size,
        imageAgreement: 100,
        transitions: [],
      });
      expect([paths.onlyInA, paths.onlyInB]).toEqual([[], []]);
      const confs = [...result.values()].flatMap(({ detections }) => detections ?? []).map(({ conf }) => conf);
      expect(summary.boxes.reduce((sum, { matched }) => sum + matched, 0)).toBe(
        confs.filter((conf) => conf >= 0.1).length,
      );
    }
  });
});

describe.skipIf(!existsSync(goldenPath('e2e/predictions-none.unrounded.json')))('rounding to four decimals', () => {
  it('moves numbers by half of the last one and nothing else', () => {
    const { summary } = compare(
      readResult('e2e/predictions-none.json'),
      readResult('e2e/predictions-none.unrounded.json'),
    );
    expect(summary.imageAgreement).toBe(100);
    for (const spread of [summary.score, summary.conf, summary.bbox]) {
      expect(spread!.max).toBeGreaterThan(0.00004);
      expect(spread!.max).toBeLessThan(0.0000501);
    }
  });
});

describe.skipIf(!existsSync(goldenPath('e2e/predictions-KEN.json')))('another country', () => {
  it('changes labels and nothing else, as counted one by one', () => {
    const [a, b] = [readResult('e2e/predictions-none.json'), readResult('e2e/predictions-KEN.json')];
    const { summary } = compare(a, b);
    const changed = [...a].filter(([path, { label }]) => b.get(path)?.label !== label);
    expect(changed.length).toBeGreaterThan(0);
    expect(summary.counts.label).toBe(changed.length);
    expect(summary.transitions.reduce((sum, { count }) => sum + count, 0)).toBe(changed.length);
    for (const { from, to, count } of summary.transitions) {
      expect(changed.filter(([path, { label }]) => label === from && b.get(path)?.label === to)).toHaveLength(count);
    }
    expect(summary.conf?.max).toBe(0);
    expect(summary.bbox?.max).toBe(0);
    expect(summary.counts.boxes).toBe(0);
  });
});
