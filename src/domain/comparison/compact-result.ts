import type { Bbox } from '../detection';
import type { ComparedDetection, ComparedImage, ComparedResult } from './compared-image';

/** Texts that images share, each once; images name them by number. */
export interface CompactTables {
  readonly labels: readonly string[];
  readonly sources: readonly string[];
  readonly categories: readonly string[];
}

/** An image of a result as it is stored: what it does not say is absent. */
export interface CompactImage {
  readonly path: string;
  readonly label?: number;
  readonly score?: number;
  readonly source?: number;
  readonly failed?: true;
  /** One box: category, conf, the four numbers of its bbox, its label and its frame (see NO_LABEL, NAMELESS, NO_FRAME). */
  readonly boxes?: readonly (readonly number[])[];
}

/** A result as it is stored. */
export interface CompactResult {
  readonly tables: CompactTables;
  readonly images: readonly CompactImage[];
}

/** In place of a box's label: the result names boxes, but not this one. */
const NO_LABEL = -1;
/** In place of a box's label: the result does not name boxes. */
const NAMELESS = -2;
const NO_FRAME = -1;
const IMAGES_PER_PIECE = 500;

/** A result in little room, without loss, giving way in between. */
export function* compactResult(result: ComparedResult): Generator<void, CompactResult> {
  const labels = createTable();
  const sources = createTable();
  const categories = createTable();
  const images: CompactImage[] = [];
  const compactBox = ({ category, conf, bbox, label, frame }: ComparedDetection): readonly number[] => [
    categories.numberOf(category),
    conf,
    ...bbox,
    label === undefined ? NAMELESS : label === null ? NO_LABEL : labels.numberOf(label),
    frame ?? NO_FRAME,
  ];
  for (const [path, { label, score, source, detections, failed }] of result) {
    images.push({
      path,
      ...(label !== null && { label: labels.numberOf(label) }),
      ...(score !== null && { score }),
      ...(source !== null && { source: sources.numberOf(source) }),
      ...(detections !== null && { boxes: detections.map(compactBox) }),
      ...(failed && { failed }),
    });
    if (images.length % IMAGES_PER_PIECE === 0) yield;
  }
  return { tables: { labels: labels.texts, sources: sources.texts, categories: categories.texts }, images };
}

/** The result that was made compact, giving way in between. */
export function* resultFromCompact({ tables, images }: CompactResult): Generator<void, ComparedResult> {
  const { labels, sources, categories } = tables;
  const result = new Map<string, ComparedImage>();
  const boxOf = ([category, conf, x, y, width, height, label, frame]: readonly number[]): ComparedDetection => ({
    category: categories[category!]!,
    conf: conf!,
    bbox: [x!, y!, width!, height!] satisfies Bbox,
    ...(label !== NAMELESS && { label: label === NO_LABEL ? null : labels[label!]! }),
    ...(frame !== NO_FRAME && { frame: frame! }),
  });
  for (const { path, label, score, source, boxes, failed } of images) {
    result.set(path, {
      label: label === undefined ? null : labels[label]!,
      score: score ?? null,
      source: source === undefined ? null : sources[source]!,
      detections: boxes?.map(boxOf) ?? null,
      failed: failed ?? false,
    });
    if (result.size % IMAGES_PER_PIECE === 0) yield;
  }
  return result;
}

function createTable() {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  return {
    texts,
    numberOf(text: string): number {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.push(text) - 1);
      return texts.length - 1;
    },
  };
}
