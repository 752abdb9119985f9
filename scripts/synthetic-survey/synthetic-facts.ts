import { DETECTION_LABELS, type Bbox, type Detection, type DetectionCategory } from '../../src/domain/detection';
import { scientificNameOf } from '../../src/domain/label';
import type { ClassScores, CropKey, Inference } from '../../src/domain/inference';
import { isAnimalClass } from '../../src/domain/special-labels';
import { formatWallClock, parseWallClock } from '../../src/domain/wall-clock';
import { createRandom } from '../../test/synthetic-inferences';

/** How large a made-up survey is. The same options give the same survey. */
export interface SyntheticSurvey {
  readonly folders: number;
  readonly imagesPerFolder: number;
  readonly boxesPerImage: number;
  readonly seed: number;
  /** Labels of the package that the facts are of, by class index. */
  readonly labels: readonly string[];
  /** Share of the visits in which nobody came: empty images, as the wind makes them. 0 = none. */
  readonly blankShare?: number;
  /** Folders of cameras that lie together in the folder of a site; null = no such folders. */
  readonly camerasPerSite?: number | null;
}

const BEGINNING = parseWallClock('2024-05-01T06:30:00')!;
/** Place of "blank" in the demonstration's labels. */
const NOTHING_SEEN = 0;
/** Seconds between images of a visit, and at least between visits. */
const WITHIN_VISIT = 12;
const BETWEEN_VISITS = 240;

/**
 * Facts of cameras that never were. Each folder is a camera with visits of 3 to 8 images: mostly of one species, now and then
 * called by another name or by a wider group; every third image shows a stone at the same place, taken for an animal.
 */
export function* syntheticFacts(options: SyntheticSurvey): Generator<Inference> {
  const random = createRandom(options.seed);
  const animals = options.labels.flatMap((label, index) =>
    isAnimalClass(label) && scientificNameOf(label) !== '' ? [index] : [],
  );
  if (animals.length < 2) throw new Error(`a survey needs at least 2 animal labels, got ${animals.length}`);
  for (let folder = 0; folder < options.folders; folder++) {
    yield* factsOfCamera(cameraFolder(folder, options.camerasPerSite ?? null), options, animals, random);
  }
}

function cameraFolder(camera: number, perSite: number | null): string {
  const name = `CAM${String(camera).padStart(3, '0')}`;
  return perSite === null ? name : `SITE${String(Math.floor(camera / perSite)).padStart(2, '0')}/${name}`;
}

function* factsOfCamera(
  camera: string,
  { imagesPerFolder, boxesPerImage, blankShare = 0 }: SyntheticSurvey,
  animals: readonly number[],
  random: () => number,
): Generator<Inference> {
  const stone: Bbox = [random() * 0.8, 0.7 + random() * 0.1, 0.08, 0.06];
  const pick = () => animals[Math.floor(random() * animals.length)]!;
  let seconds = BEGINNING + Math.floor(random() * 86_400);
  let left = 0;
  let visitor = pick();
  let isVisited = true;
  for (let image = 0; image < imagesPerFolder; image++) {
    if (left === 0) {
      left = 3 + Math.floor(random() * 6);
      visitor = pick();
      isVisited = blankShare === 0 || random() >= blankShare;
      seconds += BETWEEN_VISITS + Math.floor(random() * 7200);
    }
    left -= 1;
    seconds += 1 + Math.floor(random() * WITHIN_VISIT);
    const boxes = Array.from({ length: isVisited ? boxesPerImage : 0 }, (_, box) => ({
      bbox: box === boxesPerImage - 1 && image % 3 === 0 ? shaken(stone, random) : anyBox(random),
      classIndex: random() < 0.88 ? visitor : pick(),
    }));
    yield factOf(`${camera}/IMG_${String(image).padStart(5, '0')}.JPG`, formatWallClock(seconds), boxes, random);
  }
}

interface MadeUpBox {
  readonly bbox: Bbox;
  readonly classIndex: number;
}

function factOf(filepath: string, capturedAt: string, boxes: readonly MadeUpBox[], random: () => number): Inference {
  const detections = boxes
    .map(({ bbox, classIndex }) => ({ detection: detectionOf(bbox, random), classes: classesOf(classIndex, random) }))
    .sort((a, b) => b.detection.conf - a.detection.conf);
  const crops: Partial<Record<CropKey, ClassScores>> = {};
  detections.forEach(({ classes }, index) => {
    crops[`box${index}`] = classes;
  });
  const [best] = detections;
  if (best !== undefined) crops['0'] = best.classes;
  else crops.image = { classes: [NOTHING_SEEN, NOTHING_SEEN + 1], scores: [0.9, 0.05] };
  return {
    filepath,
    size: { width: 2048, height: 1536 },
    capturedAt,
    location: null,
    detections: detections.map(({ detection }) => detection),
    crops,
    failures: [],
    problem: null,
  };
}

function detectionOf(bbox: Bbox, random: () => number): Detection {
  const category: DetectionCategory = random() < 0.97 ? '1' : '2';
  return { category, label: DETECTION_LABELS[category], conf: Math.fround(0.12 + random() * 0.86), bbox };
}

function classesOf(first: number, random: () => number): ClassScores {
  const score = Math.fround(0.45 + random() * 0.54);
  const rest = (1 - score) / 2;
  return { classes: [first, (first + 1) % 2], scores: [score, rest] };
}

function anyBox(random: () => number): Bbox {
  return [random() * 0.6, random() * 0.5, 0.1 + random() * 0.3, 0.1 + random() * 0.3];
}

/** Detectors never place a box twice on the very same pixels. */
function shaken([x, y, width, height]: Bbox, random: () => number): Bbox {
  const by = () => (random() - 0.5) * 0.002;
  return [x + by(), y + by(), width + by(), height + by()];
}
