export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A closed shape; the last point joins the first. */
export type Outline = readonly Point[];

/** `[x, y]` pairs as points. */
export function points(...pairs: readonly (readonly [number, number])[]): Outline {
  return pairs.map(([x, y]) => ({ x, y }));
}

/** A closed curve through all points (Catmull-Rom). */
export function curve(outline: Outline, steps = 8): Outline {
  const out: Point[] = [];
  const count = outline.length;
  for (let i = 0; i < count; i++) {
    const [a, b, c, d] = [-1, 0, 1, 2].map((k) => outline[(i + k + count) % count]!);
    for (let s = 0; s < steps; s++) out.push(between(a!, b!, c!, d!, s / steps));
  }
  return out;
}

/** An open curve through all points, as a line. */
export function line(knots: readonly Point[], steps = 8): Point[] {
  const out: Point[] = [];
  for (let i = 0; i + 1 < knots.length; i++) {
    const a = knots[Math.max(0, i - 1)]!;
    const d = knots[Math.min(knots.length - 1, i + 2)]!;
    for (let s = 0; s < steps; s++) out.push(between(a, knots[i]!, knots[i + 1]!, d, s / steps));
  }
  out.push(knots[knots.length - 1]!);
  return out;
}

/** A limb: a smooth line that is `width` thick at each knot `[x, y, width]`, with round ends. */
export function limb(...knots: readonly (readonly [number, number, number])[]): Outline {
  const centre = line(knots.map(([x, y]) => ({ x, y })));
  const widths = line(knots.map(([, , width], i) => ({ x: width / 2, y: i })));
  const left: Point[] = [];
  const right: Point[] = [];
  for (let i = 0; i < centre.length; i++) {
    const before = centre[Math.max(0, i - 1)]!;
    const after = centre[Math.min(centre.length - 1, i + 1)]!;
    const dx = after.x - before.x;
    const dy = after.y - before.y;
    const length = Math.sqrt(dx * dx + dy * dy) || 1;
    const half = widths[i]!.x;
    const { x, y } = centre[i]!;
    left.push({ x: x - (dy / length) * half, y: y + (dx / length) * half });
    right.push({ x: x + (dy / length) * half, y: y - (dx / length) * half });
  }
  return [...left, ...right.reverse()];
}

/** An ellipse; its points follow from the rational circle, so no sine is needed. */
export function ellipse(cx: number, cy: number, rx: number, ry: number, steps = 6): Outline {
  const out: Point[] = [];
  for (let quarter = 0; quarter < 4; quarter++) {
    for (let s = 0; s < steps; s++) {
      const t = s / steps;
      const cosine = (1 - t * t) / (1 + t * t);
      const sine = (2 * t) / (1 + t * t);
      const [x, y] = [
        [cosine, sine],
        [-sine, cosine],
        [-cosine, -sine],
        [sine, -cosine],
      ][quarter] as [number, number];
      out.push({ x: cx + rx * x, y: cy + ry * y });
    }
  }
  return out;
}

function between(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  return { x: catmullRom(a.x, b.x, c.x, d.x, t), y: catmullRom(a.y, b.y, c.y, d.y, t) };
}

function catmullRom(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
