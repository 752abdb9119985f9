import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../scripts/analyze/analyze';
import { parseAnalyzeArguments } from '../scripts/analyze/arguments';
import type { InputsReport } from '../src/rpc/inference-api';
import { differences, type ComparedRecord } from '../test/compare-predictions';
import { readJson } from '../test/read-json';
import { expect, hasShared, SHARED, test, WITHOUT_SHARED } from './app-test';

const PHOTOS = join(SHARED, 'photos', 'open');
const PACKAGE = join(SHARED, 'models', 'coco-mnv2');
const E2E = join(SHARED, 'golden', 'open', 'e2e');

interface Report {
  readonly backend: string;
  readonly inputs: InputsReport | null;
  readonly images: number;
  readonly failures: number;
  readonly resumed: number;
  readonly requestsToOtherOrigins: number;
}

interface Output {
  readonly predictions: ComparedRecord[];
}

const expected = (name: string) => (readJson(join(E2E, `${name}.json`)) as Output).predictions;

/** Runs the command and reads what it wrote. */
async function run(folder: string, name: string, words: readonly string[]) {
  const out = join(folder, `${name}.json`);
  const report = join(folder, `${name}.report.json`);
  const wanted = parseAnalyzeArguments(['--package', PACKAGE, '--out', out, '--report', report, ...words]);
  await analyze(wanted, () => undefined);
  return { out, predictions: (readJson(out) as Output).predictions, report: readJson(report) as Report };
}

test.describe('equal to the reference program', () => {
  test.skip(!hasShared, WITHOUT_SHARED);

  test('45 photos without a country, then other places without running a network again', async ({ folder }) => {
    test.setTimeout(600_000);
    const photos = join(folder, 'photos');
    const golden = expected('predictions-none');
    for (const { filepath } of golden) {
      mkdirSync(join(photos, filepath, '..'), { recursive: true });
      cpSync(join(PHOTOS, filepath), join(photos, filepath));
    }
    const common = ['--folder', photos, '--profile', join(folder, 'profile'), '--backend', 'wasm'];
    const first = await run(folder, 'none', common);
    expect(differences(first.predictions, golden)).toEqual([]);
    expect(first.report).toMatchObject({ backend: 'wasm', images: 45, resumed: 0, requestsToOtherOrigins: 0 });

    const places: readonly (readonly [string, readonly string[]])[] = [
      ['predictions-USA-CA', ['--country', 'USA', '--admin1', 'CA']],
      ['predictions-KEN', ['--country', 'KEN']],
      ['predictions-KEN-nogeofence', ['--country', 'KEN', '--no-geofence']],
    ];
    for (const [name, words] of places) {
      const again = await run(folder, name, [...common, ...words]);
      expect(differences(again.predictions, expected(name)), name).toEqual([]);
      expect(again.report).toMatchObject({ images: 45, resumed: 45 });
    }

    const md = await run(folder, 'md', [...common, '--format', 'megadetector']);
    execFileSync('python3', [join(SHARED, 'tools', 'validate_md.py'), md.out]);
  });

  test('broken files become the same failures, and the run goes on', async ({ folder }) => {
    const photos = join(folder, 'photos');
    cpSync(join(PHOTOS, 'bad'), join(photos, 'bad'), { recursive: true });
    const { predictions, report } = await run(folder, 'bad', ['--folder', photos, '--backend', 'wasm']);
    const withoutPlaces = (records: readonly ComparedRecord[]) =>
      records.map(({ filepath, failures, classifications, detections }) => ({
        filepath,
        ...(failures && { failures }),
        ...(classifications && { classifications }),
        ...(detections && { detections }),
      }));
    const golden = expected('predictions-instances').filter(
      ({ filepath }) => filepath.startsWith('bad/') && filepath !== 'bad/missing.jpg',
    );
    expect(golden).toHaveLength(9);
    expect(differences(withoutPlaces(predictions), withoutPlaces(golden))).toEqual([]);
    expect(report).toMatchObject({ images: 9, failures: 4 });
  });

  test('three photos on WebGPU', async ({ folder }) => {
    test.setTimeout(600_000);
    const names = ['coral/owl.jpg', 'test_data/ocelot.jpg', 'exif-orientation/Portrait_5.jpg'];
    const photos = join(folder, 'photos');
    for (const name of names) {
      mkdirSync(join(photos, name, '..'), { recursive: true });
      cpSync(join(PHOTOS, name), join(photos, name));
    }
    const { predictions, report } = await run(folder, 'webgpu', ['--folder', photos, '--backend', 'webgpu']);
    const golden = expected('predictions-none').filter(({ filepath }) => names.includes(filepath));
    expect(report).toMatchObject({ backend: 'webgpu', inputs: { onDevice: true } });
    // A letterbox and at least a batch of crops of each photo were made on the device, too.
    expect(report.inputs!.made).toBeGreaterThanOrEqual(2 * names.length);
    expect(differences(predictions, golden)).toEqual([]);
  });
});
