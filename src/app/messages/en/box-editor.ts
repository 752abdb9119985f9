import { formatNumber } from '../../shared/format/number-format';

/** Changing the boxes of an image. */
export const boxEditor = {
  region: 'Boxes that can be changed',
  edit: 'Edit boxes',
  finish: 'Finish boxes',
  hint: 'Drag on the photo to draw a box. Drag a box or its handles to change it. Double-click to name it.',
  box: (number: number, name: string) => `Box ${formatNumber(number)}, ${name}`,
  keys: 'Arrows move it, Shift with arrows sizes it, Enter names it, slash splits it, Delete removes it',
  reset: 'Back to the detector’s boxes',
} as const;
