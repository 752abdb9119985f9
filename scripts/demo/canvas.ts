import type { Outline } from './outline';

/** Red, green, blue, each 0 to 255. */
export type Color = readonly [number, number, number];

/** One colour, or a colour for each pixel centre. */
export type Paint = Color | ((x: number, y: number) => Color);

/** Rows inside a pixel on which a shape's edge is measured. */
const SUBROWS = 4;

/** A picture in the making: planes of floats, shapes filled with soft edges. */
export class Canvas {
  readonly data: Float32Array;
  private readonly coverage: Float32Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.data = new Float32Array(width * height * 3);
    this.coverage = new Float32Array(width + 2);
  }

  /** Paints every pixel of the rows `fromY` to `toY`; `alphaAt` thins the paint. */
  wash(fromY: number, toY: number, paint: Paint, alphaAt: (x: number, y: number) => number = () => 1): void {
    for (let y = Math.max(0, Math.round(fromY)); y < Math.min(this.height, Math.round(toY)); y++) {
      for (let x = 0; x < this.width; x++) this.mix(x, y, paint, alphaAt(x + 0.5, y + 0.5));
    }
  }

  /** Fills an outline (non-zero winding). */
  fill(outline: Outline, paint: Paint, alpha = 1): void {
    let top = Infinity;
    let bottom = -Infinity;
    for (const { y } of outline) {
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    const lastRow = Math.min(this.height - 1, Math.floor(bottom));
    for (let row = Math.max(0, Math.floor(top)); row <= lastRow; row++) this.fillRow(outline, row, paint, alpha);
  }

  private fillRow(outline: Outline, row: number, paint: Paint, alpha: number): void {
    let first = this.width;
    let last = -1;
    for (let sub = 0; sub < SUBROWS; sub++) {
      const crossings = crossingsAt(outline, row + (sub + 0.5) / SUBROWS);
      let winding = 0;
      for (let i = 0; i + 1 < crossings.length; i++) {
        winding += crossings[i]!.direction;
        if (winding === 0) continue;
        const from = Math.max(0, crossings[i]!.x);
        const to = Math.min(this.width, crossings[i + 1]!.x);
        if (to <= from) continue;
        first = Math.min(first, Math.floor(from));
        last = Math.max(last, Math.min(this.width - 1, Math.floor(to)));
        this.addSpan(from, to);
      }
    }
    for (let x = first; x <= last; x++) {
      const covered = Math.min(1, this.coverage[x]! / SUBROWS);
      this.coverage[x] = 0;
      if (covered > 0) this.mix(x, row, paint, covered * alpha);
    }
  }

  private addSpan(from: number, to: number): void {
    const firstPixel = Math.floor(from);
    const lastPixel = Math.floor(to);
    if (firstPixel === lastPixel) {
      this.coverage[firstPixel]! += to - from;
      return;
    }
    this.coverage[firstPixel]! += firstPixel + 1 - from;
    for (let x = firstPixel + 1; x < lastPixel; x++) this.coverage[x]! += 1;
    this.coverage[lastPixel]! += to - lastPixel;
  }

  private mix(x: number, y: number, paint: Paint, alpha: number): void {
    if (alpha <= 0) return;
    const color = typeof paint === 'function' ? paint(x + 0.5, y + 0.5) : paint;
    const at = (y * this.width + x) * 3;
    for (let channel = 0; channel < 3; channel++) {
      this.data[at + channel]! += (color[channel]! - this.data[at + channel]!) * alpha;
    }
  }
}

interface Crossing {
  readonly x: number;
  readonly direction: 1 | -1;
}

function crossingsAt(outline: Outline, y: number): Crossing[] {
  const crossings: Crossing[] = [];
  let a = outline[outline.length - 1]!;
  for (const b of outline) {
    if (a.y <= y !== b.y <= y) {
      crossings.push({ x: a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x), direction: a.y <= y ? 1 : -1 });
    }
    a = b;
  }
  return crossings.sort((p, q) => p.x - q.x);
}

/** A colour between two colours. */
export function blend(from: Color, to: Color, share: number): Color {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/** A colour made lighter (above 1) or darker (below 1), its hue kept. */
export function shade(color: Color, factor: number): Color {
  return [color[0] * factor, color[1] * factor, color[2] * factor];
}
