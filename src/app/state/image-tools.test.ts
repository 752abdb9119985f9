import { expect, it } from 'vitest';
import { AS_IT_IS } from '../shared/images/picture-adjustments';
import { parseImageTools } from './image-tools';

const START = { adjustments: AS_IT_IS, keepsZoom: false, isStripOpen: true, speed: 2, gain: 4 };

it.each([
  [null, START],
  [[], START],
  [
    { adjustments: { gamma: 1 }, keepsZoom: true, isStripOpen: false, speed: 8, gain: 16 },
    { adjustments: { ...AS_IT_IS, gamma: 1 }, keepsZoom: true, isStripOpen: false, speed: 8, gain: 16 },
  ],
  [{ speed: 7, gain: 'much', keepsZoom: 'yes' }, START],
])('looks at photos as this tab did before: %j', (kept, expected) => {
  expect(parseImageTools(kept)).toEqual(expected);
});
