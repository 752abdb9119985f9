import { expect, it } from 'vitest';
import type { Detection } from '../../../domain/detection';
import { concludeWithoutClasses } from '../../../domain/repeat-conclusion';
import { repeatSteps } from './repeat-steps';

const box = (label: Detection['label'], conf: number): Detection => ({
  category: label === 'animal' ? '1' : '2',
  label,
  conf,
  bbox: [0, 0, 1, 1],
});

it.each<[readonly Detection[], RegExp]>([
  [[], /counts as blank/],
  [[box('animal', 0.1)], /counts as blank/],
  [[box('animal', 0.3)], /did not look at the box that is left \(conf 0\.30\)/],
  [[box('human', 0.9)], /What is left is a person with conf 0\.90/],
])('%j', (kept, text) => {
  const [step] = repeatSteps(concludeWithoutClasses(kept), kept, 'decimal');
  expect(step).toMatchObject({ id: 'repeats', tone: 'hit' });
  expect(step?.text).toMatch(text);
});
