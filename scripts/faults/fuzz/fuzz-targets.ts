import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseGeofence } from '../../../src/domain/geofence';
import { parseGeofenceFixes } from '../../../src/domain/geofence-fixes';
import { parseLabels } from '../../../src/domain/label-list';
import { parseMdResults } from '../../../src/domain/megadetector/parse-md-results';
import { parseModelCatalog } from '../../../src/domain/model-catalog';
import { parsePackageInfo } from '../../../src/domain/package-info';
import { parseInstances } from '../../../src/domain/parse-instances';
import { parseJson } from '../../../src/domain/partial-predictions';
import { parseResultRecord } from '../../../src/domain/parse-result-record';
import { writeSurveyFile } from '../../../src/domain/survey-file';
import { checkTaxonomy, parseTaxonomy } from '../../../src/domain/taxonomy';
import { readResultsFile } from '../../../src/files/read-results-file';
import { readSurveyFile } from '../../../src/files/read-survey-file';
import { readExif } from '../../../src/runtime/decode/exif-facts';
import { readImageHeader } from '../../../src/domain/image-file/image-header';
import { writeGpsExif } from '../../../test/decode/gps-exif';
import { SMALL_LABELS } from '../../../test/small-package';
import { syntheticInferences } from '../../../test/synthetic-inferences';
import type { Random } from '../../weights/fuzz/random';
import { mutateJson, mutateText } from './mutate-json';

/** A reader of data from outside, and what it is tried with. */
export interface FuzzTarget {
  readonly name: string;
  /** A damaged file. */
  readonly mutate: (random: Random) => string | Uint8Array;
  /** Reads it as the app does: the value, or a rejection. */
  readonly read: (file: Blob) => unknown;
  /** Keys that are not known are kept as they stand, and with them numbers that are none: what reads the file next sees the same. */
  readonly keepsUnknownKeys?: true;
  /** What every accepted value must be besides made of finite numbers; the words say what is wrong. */
  readonly check?: (value: never) => string | null;
}

const DEMO = resolve(import.meta.dirname, '../../../public/demo');
const demoText = (path: string) => readFileSync(join(DEMO, path), 'utf8');

const RECORDS = {
  predictions: [
    {
      filepath: 'north/IMG_0001.JPG',
      country: 'USA',
      classifications: { classes: SMALL_LABELS.slice(0, 3), scores: [0.9, 0.05, 0.01] },
      detections: [{ category: '1', label: 'animal', conf: 0.97, bbox: [0.1, 0.2, 0.3, 0.4] }],
      prediction: SMALL_LABELS[0],
      prediction_score: 0.9,
      prediction_source: 'classifier',
      model_version: '4.0.1a',
    },
    { filepath: 'süd\\IMG 2.JPG', failures: ['CLASSIFIER', 'DETECTOR'], model_version: '4.0.1a' },
  ],
};
const MEGADETECTOR = {
  info: { format_version: '1.4', detector: 'md_v5a.0.0.pt', detection_completion_time: '2026-01-01 00:00:00' },
  detection_categories: { '1': 'animal', '2': 'person', '3': 'vehicle' },
  classification_categories: { '0': 'red fox', '1': 'wolf' },
  images: [
    {
      file: 'a/1.jpg',
      detections: [{ category: '1', conf: 0.9, bbox: [0.1, 0.1, 0.2, 0.2], classifications: [['0', 0.8], ['1', 0.1]] }], // prettier-ignore
    },
    { file: 'a/2.jpg', detections: [] },
    { file: 'a/3.jpg', detections: null, failure: 'Failure image access' },
  ],
};
const INSTANCES = {
  instances: [
    { filepath: 'a/1.jpg', country: 'USA', admin1_region: 'CA', latitude: 36.5, longitude: -121.9 },
    { filepath: 'b/2.jpg', country: 'KEN' },
  ],
};
const FIXES = `species,rule,country_code,admin1_region_code
# a comment
"mammalia;carnivora;felidae;puma;concolor",block,USA,TX
mammalia;carnivora;canidae;;,allow,KEN,
`;
const [SURVEY_IMAGE] = [...syntheticInferences({ count: 1, seed: 3, labels: SMALL_LABELS })];
const SURVEY_FILE = [
  ...writeSurveyFile(
    {
      name: 'Süd',
      package: { id: 'p', name: 'Small', version: '1', type: 'always_crop', labels: SMALL_LABELS },
      settings: { mode: 'species', place: { country: null, admin1Region: null }, geofence: true },
      counts: { listed: 1, done: 1, failed: 0 },
    },
    [{ inference: SURVEY_IMAGE!, listed: { filepath: SURVEY_IMAGE!.filepath, size: 7, lastModified: 1 } }],
  ),
].join('');
const CATALOG = readFileSync(join(DEMO, '../models/catalog.json'), 'utf8');

const json = (value: unknown) => (random: Random) => mutateJson(JSON.stringify(value), random);
const text = (base: string) => (random: Random) => mutateText(base, random);
const parsed = async (file: Blob) => parseJson(await file.text(), 'file');

/** Every reader of files and answers that come from elsewhere. Pictures as such are the browser's work. */
export const FUZZ_TARGETS: readonly FuzzTarget[] = [
  {
    name: 'predictions JSON',
    mutate: json(RECORDS),
    async read(file) {
      const items: unknown[] = [];
      await readResultsFile(file, (item) => items.push(parseResultRecord(item, `predictions[${items.length}]`)));
      return items;
    },
  },
  {
    name: 'MegaDetector JSON',
    keepsUnknownKeys: true,
    mutate: json(MEGADETECTOR),
    read: async (file) => parseMdResults(await parsed(file)),
  },
  {
    name: 'instances',
    mutate: json(INSTANCES),
    read: async (file) => parseInstances(await parsed(file)),
    check: (list: ReturnType<typeof parseInstances>) =>
      list.every(({ filepath, latitude }) => filepath !== '' && Math.abs(latitude ?? 0) <= 90) ? null : 'off the globe',
  },
  {
    name: 'geofence fixes CSV',
    mutate: text(FIXES),
    read: async (file) => parseGeofenceFixes(await file.text()),
    check: (list: ReturnType<typeof parseGeofenceFixes>) =>
      list.every(({ taxon, country }) => taxon.split(';').length === 5 && country.length === 3) ? null : 'no taxon',
  },
  {
    name: 'info.json',
    mutate: (random) => mutateJson(demoText('package/info.json'), random),
    read: async (file) => parsePackageInfo(await parsed(file)),
    check: (info: ReturnType<typeof parsePackageInfo>) =>
      Object.values(info).every((value) => value === null || typeof value === 'string') ? null : 'not a text',
  },
  {
    name: 'labels',
    mutate: text(demoText('package/demo-labels.txt')),
    read: async (file) => parseLabels(await file.text()),
    check: (labels: readonly string[]) =>
      labels.length > 0 && labels.every((label) => label.split(';').length === 7) ? null : 'a label without 7 parts',
  },
  {
    name: 'taxonomy',
    mutate: text(demoText('package/demo-taxonomy.txt')),
    async read(file) {
      const content = await file.text();
      checkTaxonomy(content);
      return [...parseTaxonomy(content).labels];
    },
  },
  {
    name: 'geofence',
    mutate: (random) => mutateJson(demoText('package/demo-geofence.json'), random),
    read: async (file) => [...parseGeofence(await parsed(file))],
  },
  { name: 'model catalog', mutate: (random) => mutateJson(CATALOG, random), read: async (file) => parseModelCatalog(await parsed(file)) }, // prettier-ignore
  { name: 'survey file', mutate: text(SURVEY_FILE), read: (file) => readSurveyFile(file, () => undefined) },
  {
    name: 'EXIF',
    mutate: (random) => damage(jpegWithExif(), random),
    read: async (file) => readExif(await file.arrayBuffer()),
    check: ({ location, capturedAt }: ReturnType<typeof readExif>) =>
      Math.abs(location?.latitude ?? 0) <= 90 && (capturedAt === null || !Number.isNaN(Date.parse(`${capturedAt}Z`)))
        ? null
        : 'an impossible place or time',
  },
  {
    name: 'picture headers',
    mutate: (random) => damage(random.pick([demoPicture, ...OTHER_PICTURES])(), random),
    read: async (file) => readImageHeader(new Uint8Array(await file.arrayBuffer())),
  },
];

function jpegWithExif(): Uint8Array {
  const exif = writeGpsExif({
    latitude: [[36, 1], [30, 1], [0, 1]], // prettier-ignore
    latitudeRef: 'N',
    longitude: [[121, 1], [54, 1], [0, 1]], // prettier-ignore
    longitudeRef: 'W',
  });
  const head = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(head.length + 2);
  return Buffer.concat([Uint8Array.of(0xff, 0xd8, 0xff, 0xe1), length, head, Uint8Array.of(0xff, 0xd9)]);
}

const letters = (text: string) => Array.from(Buffer.from(text, 'latin1'));

/** The structures of other formats, without pixels. */
const OTHER_PICTURES: readonly (() => Uint8Array)[] = [
  () => Uint8Array.from([...letters('GIF89a'), 9, 0, 9, 0, 0x80, ...Array<number>(8).fill(0), ...[0x21, 0xfe, 2, 1, 1, 0], 0x2c, ...Array<number>(9).fill(1)]), // prettier-ignore
  () => Uint8Array.from([...letters('RIFF\0\0\0\0WEBPVP8X'), 10, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 8, 0, 0, ...letters('ANMF'), 24, 0, 0, 0, ...Array<number>(16).fill(1), ...letters('VP8L'), 5, 0, 0, 0, 0x2f, 1, 1, 1, 1]), // prettier-ignore
  () => Uint8Array.from([0, 0, 0, 20, ...letters('ftypmif1\0\0\0\0avif'), 0, 0, 0, 48, ...letters('meta'), 0, 0, 0, 0, 0, 0, 0, 36, ...letters('iprp'), 0, 0, 0, 28, ...letters('ipco'), 0, 0, 0, 20, ...letters('ispe'), 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0]), // prettier-ignore
];

const demoPicture = () => readFileSync(join(DEMO, 'photos', 'North Ridge', 'IMG_0001.JPG')).subarray(0, 4096);

/** Bytes changed, cut off, or repeated; most of them near the beginning, where the structure is. */
function damage(bytes: Uint8Array, random: Random): Uint8Array {
  let mutant = Uint8Array.from(bytes);
  for (let count = 1 + random.below(12); count > 0; count--) {
    const at = random.below(random.chance(0.7) ? Math.min(300, mutant.length) : mutant.length);
    if (random.chance(0.05)) mutant = mutant.slice(0, at + 1);
    else if (random.chance(0.05)) mutant = Uint8Array.from([...mutant.slice(0, at), ...mutant.slice(at >> 1)]);
    else mutant[at] = random.pick([0, 1, 0x7f, 0x80, 0xff, random.below(256)]);
  }
  return mutant;
}
