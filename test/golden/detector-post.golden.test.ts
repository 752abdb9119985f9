import { expect, it } from 'vitest';
import type { DetectionCategory } from '../../src/domain/detection';
import { detectionsFromRows } from '../../src/vision/detector-output';
import { rowsFromLists } from './detector-rows';
import { describeGolden } from './golden-folder';

interface DetectorPostCase {
  readonly id: string;
  readonly in: {
    readonly orig_width: number;
    readonly orig_height: number;
    readonly input_width: number;
    readonly input_height: number;
    readonly pred: readonly (readonly number[])[];
  };
  readonly out: { readonly detections: readonly object[] };
}

const MEGADETECTOR_ORDER: readonly DetectionCategory[] = ['1', '2', '3'];

describeGolden<{ cases: DetectorPostCase[] }>('speciesnet/detector_post.json', ({ cases }) => {
  it.each(cases)('$id', ({ in: input, out }) => {
    const columns = input.pred[0]?.length ?? 8;
    const detections = detectionsFromRows(
      rowsFromLists(input.pred, columns),
      {
        network: { width: input.input_width, height: input.input_height },
        source: { width: input.orig_width, height: input.orig_height },
      },
      Array.from({ length: columns - 5 }, (_, index) => MEGADETECTOR_ORDER[index] ?? null),
    );
    expect(detections).toEqual(out.detections);
  });
});
