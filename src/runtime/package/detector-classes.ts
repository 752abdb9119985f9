import { categoriesFromNames, COCO_ORDER, MEGADETECTOR_ORDER } from '../../domain/coco-categories';
import type { DetectorDescription, PackageNote } from '../../domain/model-package';
import { parseClassNames } from '../../weights/class-names';
import type { OnnxModel } from '../../weights/onnx-model';
import { PackageError } from './package-error';

export interface DetectorClasses extends Pick<DetectorDescription, 'categories' | 'classSource'> {
  readonly notes: readonly PackageNote[];
}

/** Class names that the file brings, or null. Placeholders that exporters invent ("class0") are no names. */
export function readClassNames(model: OnnxModel): readonly string[] | null {
  const text = model.metadata.get('names');
  if (text === undefined) return null;
  try {
    const names = parseClassNames(text);
    return names.length === 0 || names.every((name) => /^class_?\d+$/i.test(name)) ? null : names;
  } catch {
    return null; // metadata is free text: one that is not in YOLOv5's form names nothing
  }
}

/** Maps a detector's classes to categories: by name, else three = MegaDetector's order and 80 = COCO's. */
export function resolveDetectorClasses(count: number, names: readonly string[] | null, file: string): DetectorClasses {
  if (names !== null) {
    const categories = categoriesFromNames(names);
    if (categories.some((category) => category !== null)) return { categories, classSource: 'names', notes: [] };
  }
  const details = { name: file, classes: count };
  if (names !== null) {
    const some = names.slice(0, 5).join(', ');
    throw new PackageError(
      'unsupported-classes',
      `"${file}": none of its ${count} classes is an animal, a person or a vehicle: ${some}`,
      details,
    );
  }
  if (count === MEGADETECTOR_ORDER.length) {
    return {
      categories: MEGADETECTOR_ORDER,
      classSource: 'megadetector-order',
      notes: [{ code: 'megadetector-order-assumed' }],
    };
  }
  if (count === COCO_ORDER.length) {
    return {
      categories: COCO_ORDER,
      classSource: 'coco-order',
      notes: [{ code: 'coco-classes-assumed', classes: count }],
    };
  }
  throw new PackageError(
    'unsupported-classes',
    `"${file}": expected class names, or 3 classes (MegaDetector), or 80 (COCO); got ${count} without names`,
    details,
  );
}
