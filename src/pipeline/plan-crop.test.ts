import { describe, expect, it } from 'vitest';
import { DETECTION_LABELS, type Detection, type DetectionCategory } from '../domain/detection';
import { mdBbox } from '../domain/megadetector/md-numbers';
import { truncateDecimals } from '../domain/python-number';
import { bboxFromLetterbox } from '../vision/letterbox';
import { planBoxCrop, planBoxCrops } from './plan-crop';

const SIZE = { width: 1000, height: 800 };

function detection(category: DetectionCategory, conf: number): Detection {
  return { category, label: DETECTION_LABELS[category], conf: Math.fround(conf), bbox: [0.1, 0.2, 0.3, 0.4] };
}

describe('planBoxCrops', () => {
  it('takes every category from a conf of 0.1, as it is written', () => {
    const detections = [detection('2', 0.9), detection('3', 0.1004), detection('1', 0.1), detection('1', 0.0999)];
    expect(planBoxCrops(detections, SIZE)).toEqual([
      { key: 'box0', rect: { top: 160, left: 100, height: 320, width: 300 } },
      { key: 'box1', rect: { top: 160, left: 100, height: 320, width: 300 } },
      { key: 'box2', rect: { top: 160, left: 100, height: 320, width: 300 } },
    ]);
  });

  it('cuts each side by itself, from the box as it is written', () => {
    // 0.66669 is written as 0.6666, and 0.6666 * 1000 is 666.
    expect(planBoxCrop([0.66669, 0, 0.1, 1], SIZE)).toEqual({ top: 0, left: 666, height: 800, width: 100 });
    // 0.29 * 100 is 28.999…
    expect(planBoxCrop([0.29, 0, 0.07, 1], { width: 100, height: 10 }).left).toBe(28);
  });
});

describe('boxes of the detector', () => {
  it('are cut to 4 decimals like any number, and cutting them twice changes nothing', () => {
    let state = 1;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let count = 0; count < 20_000; count++) {
      const size = { width: 1 + random(6000), height: 1 + random(4000) };
      const [x1, y1] = [random(size.width), random(size.height)];
      const corners = { x1, y1, x2: x1 + random(size.width - x1 + 1), y2: y1 + random(size.height - y1 + 1) };
      const bbox = bboxFromLetterbox(corners, size, size);
      const written = mdBbox(bbox);
      expect(written).toEqual(bbox.map((value) => truncateDecimals(value, 4)));
      expect(mdBbox(written)).toEqual(written);
    }
  });
});
