import type { BorderLine } from './pack-borders';
import { arcNumber, type Point, type Topology } from './topology';

/** A polygon whose area has been decided. */
export interface NamedPolygon {
  readonly area: string;
  readonly arcs: readonly number[];
}

/** The polygons of a topology with the names that `nameOf` gives them; null leaves a polygon out. */
export function namePolygons(
  { shapes, arcs }: Topology,
  nameOf: (shape: Topology['shapes'][number], start: Point) => string,
): NamedPolygon[] {
  return shapes.flatMap((shape) =>
    shape.polygons.map((rings) => ({
      area: nameOf(shape, arcs[arcNumber(rings[0]![0]!)]![0]!),
      arcs: rings.flatMap((ring) => ring.map(arcNumber)),
    })),
  );
}

/**
 * The arcs of the polygons as lines between areas. Lines inside an area and lines of left-out areas alone vanish. A
 * line that two areas share, also with a left-out one, is a border and stays as it is; `simplifyCoast` may change others.
 */
export function borderLines(
  arcs: Topology['arcs'],
  polygons: readonly NamedPolygon[],
  leftOut: ReadonlySet<string>,
  simplifyCoast: (points: readonly Point[]) => readonly Point[],
): BorderLine[] {
  const sides = new Map<number, Set<string>>();
  for (const { area, arcs: used } of polygons) {
    for (const arc of used) {
      const areas = sides.get(arc) ?? new Set<string>();
      // Seen a second time from the same area: the line runs inside it.
      if (!areas.delete(area)) areas.add(area);
      sides.set(arc, areas);
    }
  }
  const lines = [...sides].flatMap(([arc, areas]): BorderLine[] => {
    const [left, right = null] = [...areas].filter((area) => !leftOut.has(area)).sort();
    if (left === undefined) return [];
    const points = areas.size > 1 ? arcs[arc]! : simplifyCoast(arcs[arc]!);
    return [{ areas: [left, right], points }];
  });
  return lines.sort((a, b) => (a.areas.join() < b.areas.join() ? -1 : 1));
}
