import { expect, it } from 'vitest';
import { edgeAwayFrom } from './tour-place';

it('puts the card where there is more room', () => {
  const at = (top: number, height = 40) => edgeAwayFrom({ left: 0, top, width: 100, height }, 800);
  expect([at(0), at(300), at(500), at(760)]).toEqual(['bottom', 'bottom', 'top', 'top']);
  expect(edgeAwayFrom(null, 800)).toBe('bottom');
});
