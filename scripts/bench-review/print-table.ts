import type { Measured } from './measure-step';

const NAME_WIDTH = 42;
const CELL_WIDTH = 14;

export function printHead(title: string, columns: readonly string[]): void {
  console.log(`\n${title.padEnd(NAME_WIDTH)}${columns.map((column) => column.padStart(CELL_WIDTH)).join('')}`);
}

function printLine(name: string, cells: readonly string[]): void {
  console.log(name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(CELL_WIDTH)).join(''));
}

export const STEP_COLUMNS = ['time', 'longest gap', 'long tasks', 'processor', 'longest task'];

/** By the clock: until it was shown, longest gap, all long tasks; by the processor: all of it, and its longest task. */
export function printStep(name: string, { seen, time }: Measured): void {
  const values = [seen.milliseconds, seen.longestGapMs, seen.longTasksMs, time.totalMs, time.longestTaskMs];
  printLine(name, values.map(milliseconds));
}

export const FRAME_COLUMNS = [
  'frames',
  'median',
  '95 %',
  '99 %',
  'longest',
  '> 16.7 ms',
  '> 33 ms',
  'long tasks',
  'longest',
  'longest gap',
  'processor',
  'longest task',
];

/** A frame that comes a little late is still the one of its turn. */
const LATE_MS = 1.5;

export function printFrames(name: string, { seen, time }: Measured): void {
  const { frames, longTasksMs, longestTaskMs, longestGapMs } = seen;
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  const later = (limit: number) => frames.filter((frame) => frame > limit + LATE_MS).length / frames.length;
  const tenth = (value: number) => `${value.toFixed(1)} ms`;
  printLine(name, [
    String(frames.length),
    ...[0.5, 0.95, 0.99, 1].map((share) => tenth(at(share))),
    ...[1000 / 60, 1000 / 30].map((limit) => `${(later(limit) * 100).toFixed(1)} %`),
    ...[longTasksMs, longestTaskMs, longestGapMs, time.totalMs, time.longestTaskMs].map(milliseconds),
  ]);
}

export const MEMORY_COLUMNS = ['objects', 'resident', 'highest'];

export function printMemory(
  name: string,
  memory: { readonly heapMb: number; readonly residentMb: number | null; readonly peakMb: number | null },
): void {
  const megabytes = (value: number | null) => (value === null ? '?' : `${value.toFixed(0)} MB`);
  printLine(name, [memory.heapMb, memory.residentMb, memory.peakMb].map(megabytes));
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}
