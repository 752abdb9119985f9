import type { MdDetection, MdImage, MdResults } from '../src/domain/megadetector/md-results';
import { ANIMAL, BLANK } from '../src/domain/special-labels';
import { createRandom } from './synthetic-inferences';

/** Descriptions of a few classes by id; the ids are their names too. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  animal: ANIMAL,
  blank: BLANK,
  canines: 'u;mammalia;carnivora;canidae;;;canine family',
  canis: 'u;mammalia;carnivora;canidae;canis;;canis species',
  wolf: 'u;mammalia;carnivora;canidae;canis;lupus;grey wolf',
  dingo: 'u;mammalia;carnivora;canidae;canis;lupus dingo;dingo',
  fox: 'u;mammalia;carnivora;canidae;vulpes;vulpes;red fox',
  chipmunks: 'u;mammalia;rodentia;sciuridae;tamias;;tamias species',
  squirrel: 'u;mammalia;rodentia;sciuridae;tamiasciurus;hudsonicus;red squirrel',
  cattle: 'u;mammalia;cetartiodactyla;bovidae;bos;taurus;domestic cattle',
  raven: 'u;aves;passeriformes;corvidae;corvus;corax;common raven',
};
const CLASSES = Object.keys(DESCRIPTIONS);

/** An animal with a class of score 0.9. */
export const box = (classId: string, more: Partial<MdDetection> = {}): MdDetection => ({
  category: '1',
  conf: 0.8,
  bbox: [0.1, 0.1, 0.2, 0.2],
  classifications: [[classId, 0.9]],
  ...more,
});

/** So many of them. */
export const times = (count: number, classId: string) => Array.from({ length: count }, () => box(classId));

/** A file of the MegaDetector format with these images. */
export function resultsOf(images: readonly MdImage[], more: Partial<MdResults> = {}): MdResults {
  return {
    info: { format_version: '1.6' },
    detection_categories: { 1: 'animal', 2: 'person', 3: 'vehicle' },
    classification_categories: Object.fromEntries(CLASSES.map((id) => [id, id])),
    classification_category_descriptions: DESCRIPTIONS,
    images,
    ...more,
  };
}

/** 80 images in which a few classes are frequent and all others happen. */
export function syntheticResults(seed: number): MdResults {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const images = Array.from({ length: 80 }, (_, index): MdImage => {
    const frequent = pick(CLASSES);
    const file = `IMG_${index}.JPG`;
    if (random() < 0.05) return { file, detections: null, failure: 'image access failure' };
    const detections = Array.from({ length: Math.floor(random() * 9) }, () => {
      const classifications = [[random() < 0.6 ? frequent : pick(CLASSES), 0.3 + random() * 0.7] as const];
      if (random() < 0.2) classifications.push([pick(CLASSES), 0.1]);
      return box(frequent, { category: pick(['1', '1', '1', '2', '3']), conf: random() * 1.2 - 0.2, classifications });
    });
    return { file, detections };
  });
  return resultsOf(images);
}
