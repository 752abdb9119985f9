import { describe, expect, it } from 'vitest';
import { actOfWheel, swipeOf } from './gestures';
import { ZOOM_STEP } from './viewport';

const turn = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false };

function factorOf(part: Partial<typeof turn>): number {
  const act = actOfWheel({ ...turn, ...part });
  if (act.act !== 'zoom') throw new Error('expected a zoom');
  return act.factor;
}

describe('wheel', () => {
  it('zooms about a step for a notch, in and out alike', () => {
    expect(factorOf({ deltaY: -100 })).toBeCloseTo(ZOOM_STEP, 1);
    expect(factorOf({ deltaY: -100 }) * factorOf({ deltaY: 100 })).toBeCloseTo(1);
    expect(factorOf({ deltaY: -3, deltaMode: 1 })).toBeCloseTo(factorOf({ deltaY: -99 }));
  });

  it('takes the small steps of a pinch seriously', () => {
    expect(factorOf({ deltaY: -10, ctrlKey: true })).toBeGreaterThan(factorOf({ deltaY: -10 }));
  });

  it('does not run away', () => {
    expect(factorOf({ deltaY: -9000 })).toBe(2);
    expect(factorOf({ deltaY: 1, deltaMode: 2 })).toBe(0.5);
  });

  it('pans sideways', () => {
    expect(actOfWheel({ ...turn, deltaX: 40, deltaY: 10 })).toEqual({ act: 'pan', dx: -40 });
  });
});

it.each([
  [-80, 5, -1],
  [80, -5, 1],
  [59, 0, null],
  [80, 45, null],
  [0, 200, null],
])('a finger that moved by %i, %i sweeps %s', (dx, dy, expected) => {
  expect(swipeOf(dx, dy)).toBe(expected);
});
