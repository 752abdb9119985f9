import { expect, it } from 'vitest';
import { compareCodePoints } from '../python-text';
import type { ExportRow } from './export-format';
import { readRowsByFile } from './rows-by-file';

function rowOf(filepath: string, capturedAt: string | null = null): ExportRow {
  const inference = { filepath, size: null, capturedAt, detections: [], crops: {}, failures: [], problem: null };
  return { inference, prediction: null };
}

function sort(rows: readonly ExportRow[]) {
  const steps = readRowsByFile(rows);
  for (let count = 0; ; count++) {
    const step = steps.next();
    if (step.done === true) return { sorted: step.value, pauses: count };
    expect(step.value).toBe('');
  }
}

it.each([0, 1, 2, 499, 500, 501, 1000, 1001, 4096])('%i rows are sorted by code points', (count) => {
  const names = Array.from({ length: count }, (_, index) => {
    const mixed = Math.imul(index + 1, 2_654_435_761) >>> 0;
    return `${mixed % 7 === 0 ? '\u{1f98a}' : mixed % 5 === 0 ? '\uff5e' : 'd'}${mixed % 11}/${mixed % 3000}.jpg`;
  });
  const { sorted, pauses } = sort(names.map((name) => rowOf(name)));
  expect(sorted.map(({ inference }) => inference.filepath)).toEqual([...names].sort(compareCodePoints));
  expect(pauses).toBeGreaterThanOrEqual(Math.floor(count / 100));
});

it('rows of one file stay in their order', () => {
  const rows = Array.from({ length: 1500 }, (_, index) => rowOf(index % 2 === 0 ? 'b' : 'a', String(index)));
  const { sorted } = sort(rows);
  const orders = sorted.map(({ inference }) => Number(inference.capturedAt));
  expect(orders).toEqual([...orders.filter((order) => order % 2 === 1), ...orders.filter((order) => order % 2 === 0)]);
  expect(orders.slice(0, 750)).toEqual([...orders.slice(0, 750)].sort((left, right) => left - right));
});
