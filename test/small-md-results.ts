import type { MdDetection, MdImage, MdResults } from '../src/domain/megadetector/md-results';

/** An animal, or what `change` makes of it. */
export const box = (conf: number, change: Partial<MdDetection> = {}): MdDetection => ({
  category: '1',
  conf,
  bbox: [0.1, 0.2, 0.3, 0.4],
  ...change,
});

/** An image with these boxes. */
export const image = (file: string, ...detections: readonly MdDetection[]): MdImage => ({ file, detections });

/** A whole file of format 1.6. */
export const results = (images: readonly MdImage[], change: Partial<MdResults> = {}): MdResults => ({
  info: { format_version: '1.6', detector: 'md_v5a.0.1.pt' },
  detection_categories: { '1': 'animal', '2': 'person' },
  images,
  ...change,
});

/** So many images that work on them must give way. */
export const MANY = results(Array.from({ length: 5000 }, (_, index) => image(`${index}.jpg`, box(0.9))));

/** How often work gave way. */
export const countPieces = (pieces: Generator<unknown, unknown>) => [...pieces].length;
