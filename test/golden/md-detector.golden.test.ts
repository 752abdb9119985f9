import { describe, expect, it } from 'vitest';
import type { Detection } from '../../src/domain/detection';
import { mdBbox, mdConf } from '../../src/domain/megadetector/md-numbers';
import { detectionsFromRows } from '../../src/vision/detector-output';
import { fitLetterbox } from '../../src/vision/letterbox';
import { MEGADETECTOR_LIMITS, suppressNonMaxima } from '../../src/vision/nms';
import { roundHalfEven } from '../../src/vision/round-half-even';
import { rowsFromLists } from './detector-rows';
import { describeGolden } from './golden-folder';

// MegaDetector's way from pixels to boxes ("classic"). Its "modern" mode is not offered, its cases are skipped by name.

type Size = readonly [width: number, height: number];

interface NmsCase {
  readonly id: string;
  readonly note: string;
  readonly prediction: readonly (readonly number[])[];
  readonly conf_thres: number;
  readonly iou_thres: number;
  readonly max_det: number;
  readonly expected: readonly (readonly number[])[];
}

interface LetterboxCase {
  readonly id: string;
  readonly mode: string;
  readonly model_size: number;
  readonly stride: number;
  readonly image: Size;
  readonly outcome: 'ok' | 'error';
  readonly expected: { readonly network_input: Size; readonly ratio: Size; readonly pad: Size };
}

interface BoxesCase {
  readonly id: string;
  readonly mode: string;
  readonly image: Size;
  readonly network_input: Size;
  readonly detection_threshold: number;
  readonly prediction: readonly (readonly number[])[];
  readonly expected: { readonly detections: readonly Pick<Detection, 'category' | 'conf' | 'bbox'>[] };
}

/** The vectors' README: float32, compare with 1e-4. */
const TOLERANCE = 1e-4;
const THREE_CLASSES = [0, 1, 2];

describeGolden<{ cases: NmsCase[] }>('megadetector/nms.json', ({ cases }) => {
  it.each(cases)('$id $note', ({ prediction, conf_thres, iou_thres, max_det, expected }) => {
    const limits = { minConf: conf_thres, maxIou: iou_thres, maxBoxes: max_det };
    const boxes = suppressNonMaxima(rowsFromLists(prediction, 8), THREE_CLASSES, limits);
    expect(boxes).toHaveLength(expected.length);
    boxes.forEach((box, index) => {
      const actual = [box.x1, box.y1, box.x2, box.y2, box.conf, box.classIndex];
      const off = actual.map((value, place) => Math.abs(value - expected[index]![place]!));
      expect(Math.max(...off)).toBeLessThanOrEqual(TOLERANCE);
    });
  });
});

describeGolden<{ cases: LetterboxCase[] }>('megadetector/letterbox.json', ({ cases }) => {
  const classic = cases.filter(({ mode }) => mode === 'classic');

  it.each(classic)('$id $model_size: $image', ({ image, model_size, stride, outcome, expected }) => {
    const plan = fitLetterbox({ width: image[0], height: image[1] }, { longSide: model_size, stride });
    expect(plan === null ? 'error' : 'ok').toBe(outcome);
    if (plan === null) return;
    expect([plan.width, plan.height]).toEqual(expected.network_input);
    expect([(plan.left + plan.right) / 2, (plan.top + plan.bottom) / 2]).toEqual(expected.pad);
    const resized = image.map((side, axis) => roundHalfEven(side * expected.ratio[axis]!));
    expect([plan.resized.width, plan.resized.height]).toEqual(resized);
  });

  it.skip.each(cases.filter(({ mode }) => mode !== 'classic'))('$id $mode is not offered', () => undefined);
});

describeGolden<{ cases: BoxesCase[] }>('megadetector/boxes.json', ({ cases }) => {
  it.each(cases.filter(({ mode }) => mode === 'classic'))('$id $image', ({ image, network_input, ...input }) => {
    const sizes = { network: sizeOf(network_input), source: sizeOf(image) };
    const limits = { ...MEGADETECTOR_LIMITS, minConf: input.detection_threshold };
    const detections = detectionsFromRows(rowsFromLists(input.prediction, 8), sizes, ['1', '2', '3'], limits);
    // The package lists them with the lowest conf first.
    const written = detections.reverse().map(({ category, conf, bbox }) => ({
      category,
      conf: mdConf(conf),
      bbox: mdBbox(bbox),
    }));
    expect(written).toEqual(input.expected.detections);
  });

  it.skip.each(cases.filter(({ mode }) => mode !== 'classic'))('$id $mode is not offered', () => undefined);
});

describe('the limits of MegaDetector', () => {
  it('are 0.005, 0.45 and 300', () => {
    expect(MEGADETECTOR_LIMITS).toEqual({ minConf: 0.005, maxIou: 0.45, maxBoxes: 300 });
  });
});

function sizeOf([width, height]: Size) {
  return { width, height };
}
