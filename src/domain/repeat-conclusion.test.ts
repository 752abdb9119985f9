import { expect, it } from 'vitest';
import { DETECTION_LABELS, type Detection, type DetectionCategory } from './detection';
import { concludeWithoutClasses } from './repeat-conclusion';

const box = (category: DetectionCategory, conf: number): Detection => ({
  category,
  label: DETECTION_LABELS[category],
  conf,
  bbox: [0, 0, 1, 1],
});

it.each<[Detection[], string, string, number]>([
  [[], 'blank', 'repeat', 1],
  [[box('1', 0.125)], 'blank', 'repeat', 0.875],
  [[box('1', 0.25)], 'no cv result', 'repeat', 0.25],
  [[box('1', 0.5)], 'no cv result', 'repeat', 0.5],
  [[box('1', 0.75)], 'animal', '5b', 0.75],
  [[box('2', 0.75)], 'human', '1a', 0.75],
  [[box('2', 0.7)], 'no cv result', 'repeat', 0.7],
  [[box('3', 0.875), box('1', 0.8)], 'vehicle', '2b', 0.875],
])('%j', (kept, name, rule, score) => {
  const prediction = concludeWithoutClasses(kept);
  expect([prediction.label.split(';').at(-1), prediction.rule, prediction.score]).toEqual([name, rule, score]);
  expect(prediction.source).toBe('detector');
});
