import { describe, expect, it } from 'vitest';
import { DOG, LION, SMALL_LABELS } from '../../../test/small-package';
import type { AnimalConclusion } from '../conclude-animal';
import { DETECTION_LABELS, type Detection, type DetectionCategory } from '../detection';
import type { Inference } from '../inference';
import type { MdResults } from '../megadetector/md-results';
import type { Prediction } from '../prediction';
import { ANIMAL, BLANK, HUMAN, UNKNOWN, VEHICLE } from '../special-labels';
import type { ExportContext, ExportRow } from './export-format';
import { timelapse } from './timelapse';

// The rules of Timelapse's importer (2.5), in the order in which they were found out, each a test.

const HOMO = 'u-homo;mammalia;primates;hominidae;homo;;human';
const BUBALIS = 'u-1;mammalia;artiodactyla;bovidae;bubalus;bubalis;domestic water buffalo';
const ARNEE = 'u-2;mammalia;artiodactyla;bovidae;bubalus;arnee;domestic water buffalo';
const EGRET = 'u-3;aves;pelecaniformes;ardeidae;ardea;alba;great white egret';
const SAME_EGRET = 'u-4;aves;pelecaniformes;ardeidae;ardea;alba;great white egret';
const NAMELESS = 'u-5;mammalia;rodentia;muridae;hylomyscus;stella;';
const NAMELESS_GENUS = 'u-6;mammalia;rodentia;muridae;hylomyscus;;';

const CONTEXT: ExportContext = {
  labels: [...SMALL_LABELS, BUBALIS, ARNEE, EGRET, SAME_EGRET, NAMELESS],
  packageType: 'always_crop',
  mode: 'species',
  place: { country: null, admin1Region: null },
  modelVersion: 'small',
  speciesPer: 'animal',
  detectorName: 'detector.onnx',
  classifierName: 'classifier.onnx',
};

function box(conf: number, category: DetectionCategory = '1'): Detection {
  return { category, label: DETECTION_LABELS[category], conf: Math.fround(conf), bbox: [0.25, 0.25, 0.5, 0.5] };
}

function imageOf(facts: Partial<Inference>): Inference {
  return {
    filepath: 'Süd/IMG_1.JPG',
    size: { width: 4, height: 3 },
    capturedAt: null,
    detections: [box(0.9)],
    crops: {},
    failures: [],
    problem: null,
    ...facts,
  };
}

function animal(label: string, score = 0.9): AnimalConclusion {
  return { label, score, source: 'classifier', raw: { classes: [label], scores: [score] } };
}

function predictionOf(label: string, score = 0.8): Prediction {
  return { label, score, source: 'classifier', rule: '4a' };
}

/** One image with a box for each of these labels. */
function rowWith(labels: readonly string[]): ExportRow {
  const detections = labels.map((_, index) => box(0.9 - index / 64));
  return { inference: imageOf({ detections }), prediction: null, animals: labels.map((label) => animal(label)) };
}

function textOf(rows: readonly ExportRow[], context: ExportContext = CONTEXT): string {
  return [...timelapse.serialize(rows, context)].join('');
}

function write(rows: readonly ExportRow[], context: ExportContext = CONTEXT): MdResults {
  return JSON.parse(textOf(rows, context)) as MdResults;
}

function warningsOf(rows: readonly ExportRow[], context: ExportContext = CONTEXT) {
  const counter = timelapse.countWarnings(context);
  for (const row of rows) counter.add(row);
  return counter.warnings();
}

const FAILED: ExportRow = {
  inference: imageOf({ detections: null, size: null, failures: ['CLASSIFIER', 'DETECTOR'] }),
  prediction: null,
};

describe('1. paths', () => {
  it.each([
    [undefined, 'Süd/IMG_1.JPG'],
    [null, 'Süd/IMG_1.JPG'],
    ['Kamera 7', 'Kamera 7/Süd/IMG_1.JPG'],
  ])('prefix %j gives %s', (pathPrefix, file) => {
    const context = pathPrefix === undefined ? CONTEXT : { ...CONTEXT, pathPrefix };
    expect(write([rowWith([LION])], context).images.map((image) => image.file)).toEqual([file]);
  });
});

describe('2. names', () => {
  it('are unique, and told apart by the scientific name', () => {
    expect(namesOf([BUBALIS, ARNEE])).toEqual([
      'domestic water buffalo (Bubalus bubalis)',
      'domestic water buffalo (Bubalus arnee)',
    ]);
  });

  it('are the same whether or not their double is in the file', () => {
    expect(namesOf([ARNEE])).toEqual(['domestic water buffalo (Bubalus arnee)']);
  });

  it('make one class of a taxon that the label list has twice', () => {
    const results = write([rowWith([EGRET, SAME_EGRET])]);
    expect(results.classification_categories).toEqual({ '0': 'great white egret' });
    expect(results.images[0]?.detections?.map(({ classifications }) => classifications?.[0]?.[0])).toEqual(['0', '0']);
  });

  it('are never empty', () => {
    expect(namesOf([NAMELESS, NAMELESS_GENUS])).toEqual(['hylomyscus stella', 'hylomyscus species']);
  });

  it('are unique even if nothing tells them apart', () => {
    const [first, second] = ['u-7;aves;;;;;wader', 'u-8;reptilia;;;;;Wader'];
    expect(namesOf([first, second])).toEqual(['wader (Aves)', 'Wader (Reptilia)']);
    const [third, fourth] = ['u-9;;;;;;thing', 'u-9;;;;;;Thing'];
    expect(namesOf([third, fourth])).toEqual(['thing (classifier)', 'Thing (classifier) 2']);
  });
});

describe('3. no class is called like a category of the detector', () => {
  it.each([
    [ANIMAL, 'unidentified animal'],
    [HUMAN, 'human (Homo sapiens)'],
    [HOMO, 'human (Homo)'],
    [VEHICLE, 'vehicle (classifier)'],
    ['u-10;;;;;;Empty', 'Empty (classifier)'],
    [BLANK, 'blank'],
    [UNKNOWN, 'no cv result'],
  ])('%s is written as %s', (label, name) => expect(namesOf([label])).toEqual([name]));
});

describe('4. absent lists', () => {
  it('classifications are left out, never null', () => {
    const row = { ...rowWith([LION, DOG]), animals: [null, animal(DOG)] };
    expect(textOf([row])).not.toContain('null');
    expect(write([row]).images[0]?.detections?.map((one) => 'classifications' in one)).toEqual([false, true]);
  });

  it('failed images are left out, empty ones have an empty list', () => {
    const empty = { inference: imageOf({ detections: [] }), prediction: predictionOf(BLANK) };
    expect(write([FAILED, empty]).images).toEqual([{ file: 'Süd/IMG_1.JPG', detections: [] }]);
  });
});

describe('5. thresholds', () => {
  it.each([
    ['detector.onnx', { megadetector_version: 'unknown', typical: 0.2, conservative: 0.05 }],
    [null, { megadetector_version: 'unknown', typical: 0.2, conservative: 0.05 }],
    ['md_v5a.0.1.pt', { megadetector_version: 'v5a.0.1', typical: 0.2, conservative: 0.05 }],
    ['md_v1000.0.0-redwood.pt', { megadetector_version: 'v1000.0.0-redwood', typical: 0.3, conservative: 0.05 }],
  ])('are always written: %s', (detectorName, { megadetector_version, typical, conservative }) => {
    const { info } = write([], { ...CONTEXT, detectorName, classifierName: null });
    expect(info).toMatchObject({
      format_version: '1.6',
      detector_metadata: {
        megadetector_version,
        typical_detection_threshold: typical,
        conservative_detection_threshold: conservative,
      },
      classifier_metadata: { typical_classification_threshold: 0.5 },
    });
  });

  it('are asked for what is dropped below them', () => {
    const detections = [box(0.9), box(0.031), box(0.0299), box(0.011)];
    const row = {
      inference: imageOf({ detections, faintDetections: [box(0.006)] }),
      prediction: null,
      animals: [animal(LION, 0.199), animal(LION, 0.2), null, null],
    };
    expect(warningsOf([row])).toEqual([
      { code: 'detections-below-floor', count: 3 },
      { code: 'classes-below-floor', count: 1 },
    ]);
  });
});

describe('6. boxes of other files than JPEG', () => {
  it.each(['a.png', 'a.tif', 'a.HEIC'])('%s: warns', (filepath) => {
    const row = { inference: imageOf({ filepath }), prediction: null };
    expect(warningsOf([row])).toEqual([{ code: 'boxes-need-jpeg', count: 1 }]);
  });

  it.each(['a.jpg', 'b/A.JPG', 'a.jpeg'])('%s: does not', (filepath) => {
    expect(warningsOf([{ inference: imageOf({ filepath }), prediction: null }])).toEqual([]);
  });

  it('without a box that would be shown there is nothing to warn of', () => {
    const row = { inference: imageOf({ filepath: 'a.png', detections: [] }), prediction: null };
    expect(warningsOf([row])).toEqual([]);
  });
});

describe('7. category ids', () => {
  it('are whole numbers as text, and none is "0"', () => {
    const whole = { inference: imageOf({ detections: [] }), prediction: predictionOf(LION) };
    const results = write([whole, rowWith([LION])]);
    expect(results.detection_categories).toEqual({ '1': 'animal', '2': 'person', '3': 'vehicle', '4': 'unknown' });
    expect(Object.keys(results.classification_categories!)).toEqual(['0']);
  });
});

describe('8. the file', () => {
  it('has the name that Timelapse looks for', () => expect(timelapse.fileName).toBe('recognitionData.json'));
});

describe('9. a report', () => {
  it('is not written', () => expect(write([]).info).not.toHaveProperty('summary_report'));
});

describe('10. descriptions', () => {
  it('are class;order;family;genus;species', () => {
    expect(write([rowWith([LION, BLANK])]).classification_category_descriptions).toEqual({
      '0': 'mammalia;carnivora;felidae;panthera;leo',
      '1': ';;;;',
    });
  });
});

describe('the species', () => {
  it('of each detection, when there is one', () => {
    const row = { ...rowWith([LION, DOG]), prediction: predictionOf(DOG) };
    expect(classesOf([row])).toEqual(['lion', 'domestic dog']);
  });

  it('of the image on all its detections, when there is none', () => {
    const row = { inference: imageOf({ detections: [box(0.9), box(0.4, '2')] }), prediction: predictionOf(LION) };
    expect(classesOf([row])).toEqual(['lion', 'lion']);
  });

  it('of an image without detections on a made-up box', () => {
    const row = { inference: imageOf({ detections: [] }), prediction: predictionOf(LION, 0.87654) };
    expect(write([row]).images[0]?.detections).toEqual([
      { category: '4', conf: 0.877, bbox: [0, 0, 1, 1], classifications: [['0', 0.877]] },
    ]);
  });

  it('of whole photos is the first class', () => {
    const inference = imageOf({ detections: null, crops: { image: { classes: [0, 1], scores: [0.75, 0.1] } } });
    const context = { ...CONTEXT, mode: 'classify-whole-images', detectorName: null } as const;
    expect(write([{ inference, prediction: null }], context).images[0]?.detections).toMatchObject([
      { category: '4', conf: 0.75 },
    ]);
  });

  it('of blank images makes no box up, and neither does an image whose boxes were all removed', () => {
    const blank = { inference: imageOf({ detections: [] }), prediction: predictionOf(BLANK) };
    const removed = { inference: imageOf({}), prediction: predictionOf(LION), rejected: new Set([0]) };
    expect(write([blank, removed]).images.map(({ detections }) => detections)).toEqual([[], []]);
  });
});

describe('removed repeats', () => {
  it('are left out, with their classes', () => {
    const row = { ...rowWith([LION, DOG]), rejected: new Set([0]) };
    const results = write([row]);
    expect(results.images[0]?.detections?.map(({ conf }) => conf)).toEqual([0.884]);
    expect(results.classification_categories).toEqual({ '0': 'domestic dog' });
  });
});

it('counts failed images that were left out', () => {
  expect(warningsOf([FAILED, rowWith([LION]), FAILED])).toEqual([{ code: 'failed-left-out', count: 2 }]);
});

function namesOf(labels: readonly string[]): readonly string[] {
  return Object.values(write([rowWith(labels)]).classification_categories!);
}

function classesOf(rows: readonly ExportRow[]): readonly (string | undefined)[] {
  const { images, classification_categories: names } = write(rows);
  return images.flatMap(({ detections }) => detections!.map(({ classifications }) => names?.[classifications![0]![0]]));
}
