import { DETECTION_LABELS, type Detection, type DetectionCategory } from '../src/domain/detection';
import { STORED_CLASSES, type ClassScores, type CropKey, type Inference } from '../src/domain/inference';

/** What synthetic facts should look like. The same options give the same facts. */
export interface SyntheticOptions {
  readonly count: number;
  readonly seed: number;
  readonly labels: readonly string[];
}

/**
 * Facts of images that never were, for benchmarks and for comparing implementations: about a fifth without boxes, some
 * failures, people and vehicles, and classes that are often relatives of each other, so that every rule of the ensemble and
 * every level of the roll-up occurs. Both crops are there, so the same facts serve every package type and mode.
 */
export function* syntheticInferences({ count, seed, labels }: SyntheticOptions): Generator<Inference> {
  const random = createRandom(seed);
  const special = labels.flatMap((label, index) => (/;(blank|human|vehicle)$/.test(label) ? [index] : []));
  const related = labels.map((label, index) => ({ key: label.split(';').slice(1, 6).join(';'), index }));
  related.sort((left, right) => (left.key < right.key ? -1 : 1));
  const sorted = related.map(({ index }) => index);
  for (let index = 0; index < count; index++) {
    yield syntheticInference(
      `deployment-${index % 40}/IMG_${String(index).padStart(6, '0')}.JPG`,
      random,
      sorted,
      special,
    );
  }
}

function syntheticInference(
  filepath: string,
  random: () => number,
  sorted: readonly number[],
  special: readonly number[],
): Inference {
  const fate = random();
  if (fate < 0.01) {
    const problem = { code: 'not-an-image', detail: 'text' } as const;
    const failures = ['CLASSIFIER', 'DETECTOR'] as const;
    return { filepath, size: null, capturedAt: null, detections: null, crops: {}, failures, problem };
  }
  const detections = fate < 0.02 ? null : syntheticDetections(random);
  const hasClasses = fate < 0.02 || fate > 0.03;
  const crops: Partial<Record<CropKey, ClassScores>> = {};
  if (hasClasses) {
    crops.image = syntheticClasses(random, sorted, special);
    if (detections !== null && detections.length > 0) crops['0'] = syntheticClasses(random, sorted, special);
  }
  return {
    filepath,
    size: { width: 2048, height: 1536 },
    capturedAt: '2024-05-01T06:30:00',
    detections,
    crops,
    failures: detections === null ? ['DETECTOR'] : hasClasses ? [] : ['CLASSIFIER'],
    problem: null,
  };
}

function syntheticDetections(random: () => number): readonly Detection[] {
  const count = random() < 0.2 ? 0 : 1 + Math.floor(random() * 4);
  const detections = Array.from({ length: count }, (): Detection => {
    const fate = random();
    const category: DetectionCategory = fate < 0.7 ? '1' : fate < 0.87 ? '2' : '3';
    const bbox = [random() * 0.5, random() * 0.5, random() * 0.5, random() * 0.5] as const;
    return { category, label: DETECTION_LABELS[category], conf: Math.fround(0.01 + random() * 0.98), bbox };
  });
  return detections.sort((left, right) => right.conf - left.conf);
}

/** Scores fall by a random ratio; classes are neighbours in taxonomic order, at a distance that varies. */
function syntheticClasses(random: () => number, sorted: readonly number[], special: readonly number[]): ClassScores {
  const reach = 2 ** (3 + Math.floor(random() * 9));
  const centre = Math.floor(random() * sorted.length);
  const classes = new Set<number>();
  const stored = Math.min(STORED_CLASSES, sorted.length);
  if (special.length > 0 && random() < 0.3) classes.add(special[Math.floor(random() * special.length)]!);
  for (let tries = 0; classes.size < stored; tries++) {
    const offset = Math.floor((random() - 0.5) * Math.max(reach, tries));
    classes.add(sorted[(((centre + offset) % sorted.length) + sorted.length) % sorted.length]!);
  }
  const scores: number[] = [];
  let left = 1;
  for (let index = 0; index < stored; index++) {
    const share = index === 0 ? 0.1 + random() * 0.9 : random() * 0.7;
    scores.push(Math.fround(left * share));
    left -= left * share;
  }
  return { classes: [...classes], scores: scores.sort((one, other) => other - one) };
}

/** Mulberry32: small, fast, the same on every machine. 0 to below 1. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
