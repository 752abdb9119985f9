import { expect, it } from 'vitest';
import { planCut } from './cut-crop';

const PHOTO = { width: 4000, height: 3000 };

it.each([
  [[0.25, 0.5, 0.5, 0.25], { x: 1000, y: 1500, width: 2000, height: 750 }, { width: 320, height: 120 }],
  [[0, 0, 0.05, 0.05], { x: 0, y: 0, width: 200, height: 150 }, { width: 200, height: 150 }],
  [[0.5, 0.5, 0, 0], { x: 2000, y: 1500, width: 1, height: 1 }, { width: 1, height: 1 }],
] as const)('%j', (rect, from, to) => expect(planCut(rect, PHOTO)).toEqual({ from, to }));
