import { compareNumbers } from '../../../test/weights/compare-numbers';
import { rowsFromHeads } from '../../../src/vision/yolo-heads';
import type { ImportedFacts } from '../../../test/weights/checkpoint-api';
import {
  readRecordedFloats,
  readRecordedIndices,
  type FullSizeCase,
  type FullSizeClassifier,
  type FullSizeDetector,
} from './full-size-index';
import type { PageOutputs } from './page';

/** One comparison with what was recorded. */
export interface Comparison {
  readonly isEqual: boolean;
  readonly what: string;
}

/** Mean and standard deviation of a head may differ by this much. */
const STATISTICS = { abs: 1e-4, rel: 0 };
/** Rows next to the threshold may fall on its other side. */
const ROWS = 2;
const BOX_COLUMNS = 4;

/** Compares a run with PyTorch's numbers. */
export function compareOutputs(
  recorded: FullSizeCase,
  facts: ImportedFacts,
  outputs: PageOutputs,
): readonly Comparison[] {
  return recorded.family === 'yolov5'
    ? compareDetector(recorded, facts, outputs)
    : compareClassifier(recorded, outputs);
}

function compareDetector(
  { facts, runs }: FullSizeDetector,
  imported: ImportedFacts,
  outputs: PageOutputs,
): Comparison[] {
  if (imported.family !== 'yolov5') return [{ isEqual: false, what: `expected a YOLOv5, got a ${imported.family}` }];
  const [run] = runs;
  const { levels } = imported.heads;
  const heads = run.heads.map((_, level) => {
    const { data, dims } = outputs[`head${level}`]!;
    return { data: Float32Array.from(data), dims };
  });
  const rows = rowsFromHeads(heads, levels, facts.names.length, -Infinity);
  const rowOf = (index: number) => rows.data.subarray(index * rows.columns, (index + 1) * rows.columns);
  const over = Array.from({ length: rows.count }, (_, row) => rowOf(row)[4]!).filter(
    (conf) => conf > run.objectnessThreshold,
  );
  const sampled = Array.from(readRecordedIndices(run.rowIndices.file), (row) => Array.from(rowOf(row))).flat();
  const wanted = Array.from(readRecordedFloats(run.rows.file));
  const isBox = (_: number, index: number) => index % rows.columns < BOX_COLUMNS;
  const isScore = (value: number, index: number) => !isBox(value, index);
  return [
    ...run.heads.map(({ shape, mean, std }, level) => {
      const got = statisticsOf(heads[level]!.data);
      const { largest, outside } = compareNumbers([got.mean, got.std], [mean, std], STATISTICS);
      const isEqual = outside === 0 && heads[level]!.dims.join() === shape.join();
      return { isEqual, what: `head ${level}: [${shape.join(', ')}], mean and deviation apart ${figure(largest)}` };
    }),
    {
      isEqual: rows.count === run.rowsTotal && Math.abs(over.length - run.rowsOverThreshold) <= ROWS,
      what: `${rows.count} rows, ${over.length} over the threshold; recorded ${run.rowsTotal} and ${run.rowsOverThreshold}`,
    },
    numbers('boxes (px)', sampled.filter(isBox), wanted.filter(isBox), run.tolerance.boxPixels),
    numbers('scores', sampled.filter(isScore), wanted.filter(isScore), run.tolerance.scores),
  ];
}

function compareClassifier({ runs }: FullSizeClassifier, outputs: PageOutputs): Comparison[] {
  const [run] = runs;
  return (['logits', 'embedding'] as const).map((name) =>
    numbers(name, outputs[name]?.data ?? [], Array.from(readRecordedFloats(run[name].file)), run.tolerance[name]),
  );
}

function numbers(
  name: string,
  got: readonly number[],
  want: readonly number[],
  tolerance: Parameters<typeof compareNumbers>[2],
): Comparison {
  if (got.length !== want.length) {
    return { isEqual: false, what: `${name}: expected ${want.length} numbers, got ${got.length}` };
  }
  const { largest, outside } = compareNumbers(got, want, tolerance);
  return { isEqual: outside === 0, what: `${name}: ${want.length} numbers, apart ${figure(largest)}` };
}

function statisticsOf(values: Float32Array): { readonly mean: number; readonly std: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, std: Math.sqrt(squares / (values.length - 1)) };
}

function figure(value: number): string {
  return value.toExponential(1);
}
