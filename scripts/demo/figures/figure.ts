import type { Canvas, Color } from '../canvas';
import { shade } from '../canvas';
import { cloudAt } from '../noise';
import type { Outline } from '../outline';

/** A colour, or a colour for each place on the figure (x to the front, y up, 1 = about the figure's height). */
export type Coat = Color | ((x: number, y: number) => Color);

/** A shape of a figure: x to the front, y up from the ground, about 1 high. */
export interface Part {
  readonly outline: Outline;
  readonly coat: Coat;
  /** Below 1 for what lies in shadow or on the far side. */
  readonly tone?: number;
}

/** A living thing or a machine, drawn part by part from back to front, looking right. */
export type Figure = readonly Part[];

export interface Placement {
  /** Pixel column of the figure's x = 0 and pixel row of the ground. */
  readonly x: number;
  readonly y: number;
  /** Pixels per unit. */
  readonly size: number;
  readonly looks: 'left' | 'right';
  /** Width against height, 1 when absent: a crop that is made square stretches its animal. */
  readonly stretch?: number;
}

/** Edges in pixels. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Draws a figure and returns what it covers, cut at the picture's edges. */
export function drawFigure(canvas: Canvas, figure: Figure, placement: Placement): Extent {
  const { x, y, size, looks, stretch = 1 } = placement;
  const across = (looks === 'right' ? 1 : -1) * size * stretch;
  for (const { outline, coat, tone = 1 } of figure) {
    const placed = outline.map((point) => ({ x: x + point.x * across, y: y - point.y * size }));
    canvas.fill(placed, (px, py) => {
      const u = (px - x) / across;
      const v = (y - py) / size;
      const color = typeof coat === 'function' ? coat(u, v) : coat;
      const fur = 0.93 + 0.14 * cloudAt(u * 34, v * 22, 5, 2);
      const light = 0.84 + 0.26 * Math.min(1, Math.max(0, v));
      return shade(color, tone * fur * light);
    });
  }
  const extent = extentOf(figure);
  const [near, far] = across > 0 ? [extent.left, extent.right] : [extent.right, extent.left];
  return {
    left: Math.max(0, x + near * across),
    right: Math.min(canvas.width, x + far * across),
    top: Math.max(0, y - extent.bottom * size),
    bottom: Math.min(canvas.height, y - extent.top * size),
  };
}

/** A figure's edges in its own units (`bottom` is the highest y). */
export function extentOf(figure: Figure): Extent {
  const all = figure.flatMap((part) => part.outline);
  return {
    left: Math.min(...all.map((point) => point.x)),
    right: Math.max(...all.map((point) => point.x)),
    top: Math.min(...all.map((point) => point.y)),
    bottom: Math.max(...all.map((point) => point.y)),
  };
}
