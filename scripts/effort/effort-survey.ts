import { DETECTION_LABELS, type Detection, type DetectionCategory } from '../../src/domain/detection';
import type { Inference } from '../../src/domain/inference';
import { commonNameOf } from '../../src/domain/label';
import { BLANK, HUMAN, VEHICLE } from '../../src/domain/special-labels';
import { formatWallClock, parseWallClock } from '../../src/domain/wall-clock';
import { createRandom } from '../../test/synthetic-inferences';

/** A survey of which it is known what every photo shows. */
export interface EffortSurvey {
  readonly facts: readonly Inference[];
  /** What an image shows: label lines by path. */
  readonly truth: ReadonlyMap<string, string>;
  /** The images of each event, in order of time. */
  readonly events: readonly (readonly string[])[];
}

const IMAGES_PER_CAMERA = 50;
/** One image in so many has another label than it should have. */
const WRONG_IN = 10;
const BEGINNING = parseWallClock('2025-05-01T00:10:00')!;

/** What comes to a camera: names of the demonstration's labels, with how often they come. */
type Visitors = Readonly<Record<string, number>>;
const NORTH: Visitors = {
  'white-tailed deer': 38,
  'red fox': 16,
  'northern raccoon': 10,
  'american black bear': 7,
  'wild turkey': 3,
  blank: 20,
  human: 4,
  vehicle: 2,
};
const SOUTH: Visitors = {
  'plains zebra': 36,
  'african elephant': 18,
  'common ostrich': 12,
  giraffe: 8,
  blank: 20,
  human: 3,
  vehicle: 3,
};
const CAMERAS: Readonly<Record<string, Visitors>> = {
  'North Ridge': NORTH,
  'Creek crossing': NORTH,
  Waterhole: SOUTH,
  'Dry riverbed': SOUTH,
};

/** What the machine takes for what. A missed animal is called blank, and a moving branch the animal that is seen most here. */
const TAKEN_FOR: Readonly<Record<string, readonly string[]>> = {
  'white-tailed deer': ['mule deer', 'elk', 'blank'],
  'red fox': ['coyote', 'swift fox', 'blank'],
  'northern raccoon': ['red fox', 'blank'],
  'american black bear': ['brown bear'],
  'wild turkey': ['common ostrich'],
  'plains zebra': ["grevy's zebra", 'domestic horse', 'blank'],
  'african elephant': ['blank', 'plains zebra'],
  'common ostrich': ['wild turkey', 'giraffe'],
  giraffe: ['white-tailed deer', 'blank'],
  human: ['blank'],
  vehicle: ['blank'],
};

const CATEGORIES: Readonly<Record<string, DetectionCategory>> = { human: '2', vehicle: '3' };

/**
 * 200 images of four cameras in visits of 1 to 6 photos; the same seed gives the same survey. In a visit all photos show the
 * same, now and then nothing any more at its end. Of all images, every tenth, drawn at random, has a wrong label.
 */
export function makeEffortSurvey(labels: readonly string[], seed: number): EffortSurvey {
  const random = createRandom(seed);
  const indexOf = new Map(labels.map((label, index) => [commonNameOf(label), index]));
  const photos: { filepath: string; capturedAt: string; name: string; visitors: Visitors }[] = [];
  const events: string[][] = [];
  for (const [camera, visitors] of Object.entries(CAMERAS)) {
    let seconds = BEGINNING + Math.floor(random() * 7200);
    let left = 0;
    let visitor = 'blank';
    for (let image = 0; image < IMAGES_PER_CAMERA; image++) {
      if (left === 0) {
        left = 1 + Math.floor(random() * 6);
        visitor = draw(visitors, random);
        seconds += 600 + Math.floor(random() * 20_000);
        events.push([]);
      }
      left -= 1;
      seconds += 2 + Math.floor(random() * 14);
      const isGone = left === 0 && events.at(-1)!.length > 0 && random() < 0.25;
      const filepath = `${camera}/IMG_${String(photos.length + 1).padStart(4, '0')}.JPG`;
      photos.push({ filepath, capturedAt: formatWallClock(seconds), name: isGone ? 'blank' : visitor, visitors });
      events.at(-1)!.push(filepath);
    }
  }
  const wrong = drawSome(photos.length, photos.length / WRONG_IN, random);
  const facts = photos.map(({ filepath, capturedAt, name, visitors }, place) => {
    const said = wrong.has(place) ? mistaken(name, visitors, random) : name;
    return factOf({ filepath, capturedAt, index: indexOf.get(said)!, other: indexOf.get(name)!, name: said, random });
  });
  const lineOf = (name: string) => SPECIAL[name] ?? labels[indexOf.get(name)!]!;
  return { facts, events, truth: new Map(photos.map(({ filepath, name }) => [filepath, lineOf(name)])) };
}

const SPECIAL: Readonly<Record<string, string>> = { blank: BLANK, human: HUMAN, vehicle: VEHICLE };

function draw(visitors: Visitors, random: () => number): string {
  const all = Object.values(visitors).reduce((sum, share) => sum + share, 0);
  let left = random() * all;
  for (const [name, share] of Object.entries(visitors)) {
    left -= share;
    if (left < 0) return name;
  }
  return 'blank';
}

function drawSome(from: number, count: number, random: () => number): ReadonlySet<number> {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(Math.floor(random() * from));
  return drawn;
}

function mistaken(name: string, visitors: Visitors, random: () => number): string {
  const choices = TAKEN_FOR[name] ?? [Object.keys(visitors)[0]!];
  return choices[Math.floor(random() * choices.length)]!;
}

interface MadeUp {
  readonly filepath: string;
  readonly capturedAt: string;
  /** Class that the machine says, and what it is: the second one when they differ. */
  readonly index: number;
  readonly other: number;
  readonly name: string;
  readonly random: () => number;
}

/** Scores high enough for the rules to leave the classifier's answer as it is; wrong answers are a little lower. */
function factOf({ filepath, capturedAt, index, other, name, random }: MadeUp): Inference {
  const isRight = index === other;
  const score = Math.fround((isRight ? 0.9 : 0.82) + random() * 0.08);
  const second = isRight ? (index === 0 ? 1 : 0) : other;
  return {
    filepath,
    size: { width: 1280, height: 960 },
    capturedAt,
    location: null,
    detections: name === 'blank' ? [] : [detectionOf(CATEGORIES[name] ?? '1', random)],
    crops: { [name === 'blank' ? 'image' : '0']: { classes: [index, second], scores: [score, (1 - score) / 2] } },
    failures: [],
    problem: null,
  };
}

function detectionOf(category: DetectionCategory, random: () => number): Detection {
  return {
    category,
    label: DETECTION_LABELS[category],
    conf: Math.fround(0.9 + random() * 0.09),
    bbox: [0.25 + random() * 0.1, 0.3 + random() * 0.1, 0.4, 0.4],
  };
}
