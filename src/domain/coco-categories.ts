import type { DetectionCategory } from './detection';

/** MegaDetector's class order, for a network without names and with three classes. */
export const MEGADETECTOR_ORDER: readonly DetectionCategory[] = ['1', '2', '3'];

/** COCO's 80 classes in their usual order (Ultralytics' coco.yaml, YOLOv5 v7.0), with the category each one counts as. */
const COCO: readonly (readonly [name: string, category: DetectionCategory | null])[] = [
  ['person', '2'],
  ['bicycle', '3'],
  ['car', '3'],
  ['motorcycle', '3'],
  ['airplane', '3'],
  ['bus', '3'],
  ['train', '3'],
  ['truck', '3'],
  ['boat', '3'],
  ...uncounted('traffic light', 'fire hydrant', 'stop sign', 'parking meter', 'bench'),
  ['bird', '1'],
  ['cat', '1'],
  ['dog', '1'],
  ['horse', '1'],
  ['sheep', '1'],
  ['cow', '1'],
  ['elephant', '1'],
  ['bear', '1'],
  ['zebra', '1'],
  ['giraffe', '1'],
  ...uncounted('backpack', 'umbrella', 'handbag', 'tie', 'suitcase', 'frisbee', 'skis', 'snowboard', 'sports ball'),
  ...uncounted('kite', 'baseball bat', 'baseball glove', 'skateboard', 'surfboard', 'tennis racket', 'bottle'),
  ...uncounted('wine glass', 'cup', 'fork', 'knife', 'spoon', 'bowl', 'banana', 'apple', 'sandwich', 'orange'),
  ...uncounted('broccoli', 'carrot', 'hot dog', 'pizza', 'donut', 'cake', 'chair', 'couch', 'potted plant', 'bed'),
  ...uncounted('dining table', 'toilet', 'tv', 'laptop', 'mouse', 'remote', 'keyboard', 'cell phone', 'microwave'),
  ...uncounted('oven', 'toaster', 'sink', 'refrigerator', 'book', 'clock', 'vase', 'scissors', 'teddy bear'),
  ...uncounted('hair drier', 'toothbrush'),
];

/** COCO's class names in order: 80. */
export const COCO_CLASS_NAMES: readonly string[] = COCO.map(([name]) => name);

/** Categories by COCO's order, for a network without names and with 80 classes; null = not counted. */
export const COCO_ORDER: readonly (DetectionCategory | null)[] = COCO.map(([, category]) => category);

/** MegaDetector's own names, SpeciesNet's, and older spellings of COCO's. */
const OTHER_NAMES: readonly (readonly [string, DetectionCategory])[] = [
  ['animal', '1'],
  ['human', '2'],
  ['vehicle', '3'],
  ['motorbike', '3'],
  ['aeroplane', '3'],
];

const CATEGORY_BY_NAME: ReadonlyMap<string, DetectionCategory | null> = new Map([...COCO, ...OTHER_NAMES]);

/**
 * The category of each class by its name, upper and lower case alike; null for a class that is not an animal, a person
 * or a vehicle, or whose name is not known. A list of nulls only means: these names are of no use.
 */
export function categoriesFromNames(names: readonly string[]): readonly (DetectionCategory | null)[] {
  return names.map((name) => CATEGORY_BY_NAME.get(name.trim().toLowerCase()) ?? null);
}

function uncounted(...names: readonly string[]): readonly (readonly [string, null])[] {
  return names.map((name) => [name, null] as const);
}
