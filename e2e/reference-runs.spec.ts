import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MdResults } from '../src/domain/megadetector/md-results';
import { analyze } from '../scripts/analyze/analyze';
import { ArgumentError, parseAnalyzeArguments } from '../scripts/analyze/arguments';
import { mdDifferences } from '../test/compare-md-results';
import { differences, type ComparedRecord } from '../test/compare-predictions';
import { readJson } from '../test/read-json';
import { expect, hasShared, SHARED, test, WITHOUT_SHARED } from './app-test';

const PHOTOS = join(SHARED, 'photos', 'open');
const PACKAGE = join(SHARED, 'models', 'coco-mnv2');
const E2E = join(SHARED, 'golden', 'open', 'e2e');

const golden = (name: string) => join(E2E, `${name}.json`);
const expected = (name: string) => (readJson(golden(name)) as { readonly predictions: ComparedRecord[] }).predictions;
const expectedMd = (name: string) => readJson(golden(name)) as MdResults;

/**
 * Photos on which the two reference programs disagree: the megadetector package reads no CMYK and ignores mirrored EXIF
 * turns. Ours are read as SpeciesNet reads them (docs/parity.md).
 */
const READ_OTHERWISE: ReadonlySet<string> = new Set([
  'test_data/african_elephants_cmyk.jpg',
  'exif-orientation/Portrait_2.jpg',
  'exif-orientation/Portrait_5.jpg',
]);

test.describe('each kind of run writes what the reference programs write', () => {
  test.skip(!hasShared, WITHOUT_SHARED);
  test.describe.configure({ timeout: 900_000 });

  /** The 45 photos of the end-to-end results, without the broken ones. */
  function copyPhotos(folder: string): string {
    const photos = join(folder, 'photos');
    for (const { filepath } of expected('predictions-none')) {
      mkdirSync(join(photos, filepath, '..'), { recursive: true });
      cpSync(join(PHOTOS, filepath), join(photos, filepath));
    }
    return photos;
  }

  async function write(folder: string, words: readonly string[], modelPackage = PACKAGE): Promise<string> {
    const out = join(folder, 'out.json');
    const common = ['--package', modelPackage, '--backend', 'wasm', '--out', out];
    await analyze(parseAnalyzeArguments([...common, ...words]), () => undefined);
    return out;
  }

  const records = (file: string) => (readJson(file) as { readonly predictions: ComparedRecord[] }).predictions;

  test('species for every animal, as run_md_and_speciesnet, from the facts of one run', async ({ folder }) => {
    const common = ['--folder', copyPhotos(folder), '--profile', join(folder, 'profile')];
    const md = [...common, '--format', 'megadetector', '--raw-classifications'];
    const files: readonly (readonly [string, readonly string[]])[] = [
      ['md-none', []],
      ['md-none-norollup', ['--no-rollup']],
      ['md-KEN', ['--country', 'KEN']],
      ['md-USA-CA', ['--country', 'USA', '--admin1', 'CA']],
    ];
    for (const [name, words] of files) {
      const out = await write(folder, [...md, ...words]);
      expect(mdDifferences(readJson(out) as MdResults, expectedMd(name), READ_OTHERWISE), name).toEqual([]);
      execFileSync('python3', [join(SHARED, 'tools', 'validate_md.py'), out]);
    }
    // The image's own species follows from the same facts.
    expect(differences(records(await write(folder, common)), expected('predictions-none'))).toEqual([]);
  });

  test('the detector alone, the classifier alone, and both files combined', async ({ folder }) => {
    const common = ['--folder', copyPhotos(folder)];
    const detector = [...common, '--run', 'detector', '--profile', join(folder, 'detector')];
    const boxes = await write(folder, detector);
    expect(differences(records(boxes), expected('predictions-detector_only'))).toEqual([]);
    const md = await write(folder, [...detector, '--format', 'megadetector']);
    expect(mdDifferences(readJson(md) as MdResults, expectedMd('md-detections'), READ_OTHERWISE)).toEqual([]);

    const classifier = [...common, '--run', 'classifier', '--target-species', join(E2E, 'target_species.txt')];
    const withBoxes = await write(folder, [...classifier, '--detections', golden('predictions-detector_only')]);
    expect(differences(records(withBoxes), expected('predictions-target_species'))).toEqual([]);
    expect(logitDifference(records(withBoxes), expected('predictions-target_species'))).toBeLessThan(0.005);
    const without = await write(folder, [...common, '--run', 'classifier']);
    expect(differences(records(without), expected('predictions-classifier_only-no_detections'))).toEqual([]);

    const ensemble = [...common, '--run', 'ensemble', '--detections', golden('predictions-detector_only')];
    const both = [...ensemble, '--classifications', golden('predictions-classifier_only')];
    for (const [name, words] of [
      ['none', []],
      ['USA-CA', ['--country', 'USA', '--admin1', 'CA']],
    ] as const) {
      const out = await write(folder, [...both, ...words]);
      expect(readFileSync(out, 'utf8')).toBe(readFileSync(golden(`predictions-ensemble_only-${name}`), 'utf8'));
    }
  });

  test('an instances file: places, coordinates, files that are not there, of both package types', async ({
    folder,
  }) => {
    const common = ['--folder', PHOTOS, '--instances', join(E2E, 'instances.json')];
    const out = await write(folder, common);
    expect(differences(records(out), expected('predictions-instances'))).toEqual([]);
    expect(placesOf(records(out))).toEqual(placesOf(expected('predictions-instances')));

    const fullImage = join(folder, 'full-image');
    cpSync(PACKAGE, fullImage, { recursive: true });
    renameSync(join(fullImage, 'info-full_image.json'), join(fullImage, 'info.json'));
    const whole = await write(folder, common, fullImage);
    expect(differences(records(whole), expected('predictions-instances-full_image'))).toEqual([]);
    const classes = await write(folder, ['--folder', copyPhotos(folder), '--run', 'classifier'], fullImage);
    expect(differences(records(classes), expected('predictions-full_image-classifier_only'))).toEqual([]);
  });

  test('broken files are failures in the words of the megadetector package', async ({ folder }) => {
    const out = await write(folder, [
      '--folder',
      join(PHOTOS, 'bad'),
      '--format',
      'megadetector',
      '--raw-classifications',
    ]);
    expect(mdDifferences(readJson(out) as MdResults, expectedMd('md-bad'), new Set())).toEqual([]);
  });

  test('an earlier, unfinished result is gone on with', async ({ folder }) => {
    const photos = join(folder, 'photos');
    const names = expected('predictions-KEN')
      .map(({ filepath }) => filepath)
      .filter((filepath) => filepath.startsWith('coral/') || filepath.startsWith('misc/'));
    for (const name of names) {
      mkdirSync(join(photos, name, '..'), { recursive: true });
      cpSync(join(PHOTOS, name), join(photos, name));
    }
    const report = join(folder, 'report.json');
    const words = ['--folder', photos, '--country', 'KEN', '--report', report, '--species-per', 'image'];
    const whole = expected('predictions-KEN').filter(({ filepath }) => names.includes(filepath));
    const half = join(folder, 'half.json');
    const unfinished = whole.slice(1).map(({ filepath }) => ({ filepath, failures: ['DETECTOR'] }));
    writeFileSync(half, JSON.stringify({ predictions: [whole[0], ...unfinished] }));
    const out = await write(folder, [...words, '--continue', half]);
    expect(differences(records(out), whole)).toEqual([]);
    expect(readJson(report)).toMatchObject({ images: whole.length, resumed: 1 });
  });

  test('files that can’t be used are refused in one line', async ({ folder }) => {
    const demo = ['--folder', join(folder), '--package', PACKAGE, '--out', join(folder, 'out.json')];
    const run = (words: readonly string[]) => analyze(parseAnalyzeArguments([...demo, ...words]), () => undefined);
    expect(() => parseAnalyzeArguments([...demo, '--run', 'ensemble'])).toThrow(ArgumentError);
    expect(() => parseAnalyzeArguments([...demo, '--detections', golden('predictions-none')])).toThrow('--detections');
    await expect(run(['--instances', join(E2E, 'README.md')])).rejects.toThrow("can't be used");
  });
});

/** The largest difference between target logits of the same image and class. */
function logitDifference(got: readonly ComparedRecord[], wanted: readonly ComparedRecord[]): number {
  const byPath = new Map(got.map((record) => [record.filepath, targetsOf(record)]));
  return Math.max(
    ...wanted.flatMap((record) => {
      const { classes, logits } = targetsOf(record);
      const own = byPath.get(record.filepath)!;
      expect(own.classes).toEqual(classes);
      return logits.map((logit, index) => Math.abs(logit - own.logits[index]!));
    }),
  );
}

function targetsOf({ classifications }: ComparedRecord) {
  const { target_classes: classes, target_logits: logits } = classifications as unknown as {
    readonly target_classes: readonly string[];
    readonly target_logits: readonly number[];
  };
  return { classes, logits };
}

function placesOf(list: readonly ComparedRecord[]) {
  return list.map((record) => {
    const { filepath, country, admin1_region, latitude, longitude } = record as ComparedRecord & {
      readonly latitude?: number;
      readonly longitude?: number;
    };
    return { filepath, country, admin1_region, latitude, longitude };
  });
}
