import type { Bbox } from '../detection';
import type { MdDetection, MdImage, MdResults } from '../megadetector/md-results';
import type { ComparedDetection, ComparedImage, ComparedResult } from './compared-image';

const IMAGES_PER_PIECE = 500;

/** The format's names for what we call otherwise. */
const CATEGORIES: Readonly<Record<string, string>> = { person: 'human' };

/**
 * The images of a MegaDetector file by path, giving way in between. The format names boxes, not images: an image has the class
 * of its best box that has one. A class is the whole label when the file describes it, else its name. Of several entries
 * of one path the last counts.
 */
export function* comparedFromMegadetector(results: MdResults): Generator<void, ComparedResult> {
  const names = namesOf(results);
  const images = new Map<string, ComparedImage>();
  for (const [index, image] of results.images.entries()) {
    images.set(image.file, imageOf(image, names));
    if (index % IMAGES_PER_PIECE === 0) yield;
  }
  return images;
}

interface Names {
  readonly categories: ReadonlyMap<string, string>;
  /** Null: the file has no classes. */
  readonly classes: ReadonlyMap<string, string> | null;
}

function namesOf({ detection_categories, ...tables }: MdResults): Names {
  const categories = Object.entries(detection_categories).map(([id, name]) => {
    const plain = name.trim().toLowerCase();
    return [id, CATEGORIES[plain] ?? plain] as const;
  });
  const { classification_categories: classes, classification_category_descriptions: descriptions = {} } = tables;
  return { categories: new Map(categories), classes: classes === undefined ? null : classNames(classes, descriptions) };
}

/** A description may be several labels joined by `|`, of classes that were put together: the first stands for all. */
function classNames(
  classes: Readonly<Record<string, string>>,
  descriptions: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const entries = Object.entries(classes).map(([id, name]) => {
    const [label = ''] = (Object.hasOwn(descriptions, id) ? descriptions[id]! : '').split('|');
    return [id, label.split(';').length === 7 ? label : name] as const;
  });
  return new Map(entries);
}

function imageOf({ detections = null, failure = null }: MdImage, names: Names): ComparedImage {
  const boxes = detections?.map((box) => detectionOf(box, names)) ?? null;
  const best = bestNamed(detections ?? []);
  const [id, score] = best?.classifications?.[0] ?? [];
  return {
    label: id === undefined ? null : (names.classes?.get(id) ?? null),
    score: score ?? null,
    source: null,
    detections: boxes,
    failed: failure !== null || boxes === null,
  };
}

function bestNamed(detections: readonly MdDetection[]): MdDetection | null {
  let best: MdDetection | null = null;
  for (const box of detections) {
    if ((box.classifications?.length ?? 0) > 0 && (best === null || box.conf > best.conf)) best = box;
  }
  return best;
}

function detectionOf(box: MdDetection, { categories, classes }: Names): ComparedDetection {
  const { category, conf, bbox, classifications, frame_number } = box;
  const id = classifications?.[0]?.[0];
  return {
    category: categories.get(category) ?? category,
    conf,
    bbox: bbox as unknown as Bbox,
    ...(classes !== null && { label: id === undefined ? null : (classes.get(id) ?? null) }),
    ...(typeof frame_number === 'number' && { frame: frame_number }),
  };
}
