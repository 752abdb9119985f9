import { DETECTION_LABELS, type DetectionCategory } from '../detection';
import { cropKeyOf, type FactsReader } from '../facts';
import { importedInference, type LabelNumbers } from '../imported-inference';
import type { ClassScores, CropKey, Inference } from '../inference';
import type { DetectionRecord } from '../speciesnet-record';
import type { MdResults } from './md-results';
import { mdToRecord } from './md-to-records';

/** The class of a box: a whole label of seven parts, and its score. */
export interface MdBoxClass {
  readonly label: string;
  readonly score: number;
}

/** One image of a MegaDetector file as a survey can use it. */
export interface UsableMdImage {
  /** Forward slashes. */
  readonly filepath: string;
  /** The image has a `failure`: whatever else is said of it does not count. */
  readonly hasFailed: boolean;
  /** Highest conf first, in SpeciesNet's words and numbers; removed repeats and unknown categories are left out. */
  readonly detections: readonly DetectionRecord[];
  /** The best class of each of them, in the same order; null = the file has none. */
  readonly classes: readonly (MdBoxClass | null)[];
}

const IMAGES_PER_PIECE = 100;

/** MegaDetector's words for what it finds; its ids are those of each file's own table. */
const CATEGORY_OF: Readonly<Record<string, DetectionCategory>> = { animal: '1', person: '2', human: '2', vehicle: '3' };

/**
 * The images of a MegaDetector file, in its order, giving way in between. A box whose conf is negative was removed as a repeat
 * (megadetector 10.0.24) and is left out. Throws ParseError where `mdToRecords` does.
 */
export function* usableMdImages(results: MdResults): Generator<void, readonly UsableMdImage[]> {
  const labelOf = createLabelReader(results);
  const images: UsableMdImage[] = [];
  for (const [index, image] of results.images.entries()) {
    const record = mdToRecord(image, `images[${index}]`, results, null);
    const boxes = 'failures' in record ? [] : record.detections.filter(({ label, conf }) => isUsable(label, conf));
    images.push({
      filepath: record.filepath,
      hasFailed: 'failures' in record,
      detections: boxes.map(({ label, conf, bbox }) => {
        const category = CATEGORY_OF[label]!;
        return { category, label: DETECTION_LABELS[category], conf, bbox };
      }),
      classes: boxes.map(({ classifications }) => {
        const best = classifications?.[0];
        return best === undefined ? null : { label: labelOf(best[0]), score: best[1] };
      }),
    });
    if (images.length % IMAGES_PER_PIECE === 0) yield;
  }
  return images;
}

/**
 * An image's facts from a MegaDetector file: its boxes, and the class of each as that of the box's own crop. The class of the
 * best box speaks for the image, too, where the package type and mode look for it there. Not for images that failed.
 */
export function mdInference(
  { filepath, detections, classes }: UsableMdImage,
  reader: Omit<FactsReader, 'labels'>,
  numbers: LabelNumbers,
): Inference {
  const parts = { detections, classifications: null };
  const facts = importedInference(filepath, parts, { ...reader, mode: 'detections' }, numbers);
  const crops: Partial<Record<CropKey, ClassScores>> = {};
  classes.forEach((best, index) => {
    if (best === null) return;
    const scores: ClassScores = { classes: [numbers.numberOf(best.label)], scores: [best.score] };
    crops[`box${index}`] = scores;
    if (index === 0 && cropKeyOf(facts, reader) === '0') crops['0'] = scores;
  });
  return { ...facts, crops };
}

function isUsable(label: string, conf: number): boolean {
  return conf >= 0 && Object.hasOwn(CATEGORY_OF, label);
}

const LABEL_PARTS = 7;
const TAXON_PARTS = 5;

/** Reads the label of a class id: its description (of several the first), else its name alone. Remembered: there are few. */
function createLabelReader({
  classification_categories: names = {},
  classification_category_descriptions: descriptions = {},
}: MdResults): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const [description = ''] = (descriptions[id] ?? '').split('|');
    const name = (names[id] ?? id).replaceAll(';', ',');
    const parts = description.split(';').length;
    const label =
      parts === LABEL_PARTS ? description : parts === TAXON_PARTS ? `;${description};${name}` : `;;;;;;${name}`;
    known.set(id, label);
    return label;
  };
}
