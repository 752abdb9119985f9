import { readFileSync } from 'node:fs';

/** Longitude and latitude in degrees. */
export type Point = readonly [longitude: number, latitude: number];

/** One outline of an area: numbers of arcs; a negative one (~number) is that arc backwards. */
export type Ring = readonly number[];

export interface Shape {
  readonly id: string | null;
  readonly name: string;
  /** Each polygon is an outline and its holes. */
  readonly polygons: readonly (readonly Ring[])[];
}

export interface Topology {
  readonly shapes: readonly Shape[];
  readonly arcs: readonly (readonly Point[])[];
}

interface TopologyFile {
  readonly transform: { readonly scale: Point; readonly translate: Point };
  readonly arcs: readonly (readonly Point[])[];
  readonly objects: Readonly<Record<string, { readonly geometries: readonly GeometryRecord[] }>>;
}

interface GeometryRecord {
  readonly id?: string;
  readonly type: string | null;
  readonly properties: { readonly name: string };
  readonly arcs?: unknown;
}

/** Reads one layer of a TopoJSON file, with its arcs in degrees. */
export function readTopology(path: string, layer: string): Topology {
  const file = JSON.parse(readFileSync(path, 'utf8')) as TopologyFile;
  const { scale, translate } = file.transform;
  const arcs = file.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]): Point => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  const shapes = file.objects[layer]!.geometries.map(({ id, type, properties, arcs: rings }) => ({
    id: id ?? null,
    name: properties.name,
    polygons: (type === 'Polygon' ? [rings] : (rings ?? [])) as Shape['polygons'],
  }));
  return { shapes, arcs };
}

/** The number of an arc, in whichever direction it is used. */
export function arcNumber(used: number): number {
  return used < 0 ? ~used : used;
}
