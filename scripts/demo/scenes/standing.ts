import type { Canvas, Color } from '../canvas';
import type { Figure, Placement } from '../figures/figure';
import { drawFigure } from '../figures/figure';
import { paintGrass, paintShadow } from '../landscape/plants';
import type { Subject } from './scene';

export const MEADOW: readonly Color[] = [
  [122, 142, 62],
  [150, 160, 84],
  [98, 124, 56],
  [186, 186, 112],
];

export interface Footing {
  readonly label: Subject['label'];
  readonly shadow: Color;
  /** Grass that hides the soles; empty on snow. */
  readonly grass: readonly Color[];
}

const ON_GRASS: Footing = { label: 'animal', shadow: [34, 44, 30], grass: MEADOW };

/** A figure on its shadow, its feet in the grass. */
export function standing(canvas: Canvas, figure: Figure, placement: Placement, footing: Footing = ON_GRASS): Subject {
  const { x, y, size } = placement;
  paintShadow(canvas, x, y - 2, size * 0.58, size * 0.06, footing.shadow, 0.7);
  const extent = drawFigure(canvas, figure, placement);
  if (footing.grass.length > 0) {
    const reach = { fromX: x - size * 0.7, toX: x + size * 0.7, fromY: y - 4, toY: y + 14 };
    paintGrass(canvas, {
      ...reach,
      count: 120,
      length: [size * 0.05, size * 0.07],
      colors: footing.grass,
      seed: Math.round(x),
    });
  }
  return { label: footing.label, extent };
}
