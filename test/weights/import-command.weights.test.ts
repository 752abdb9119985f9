import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { parsePackageInfo } from '../../src/domain/package-info';
import { parseModelCatalog } from '../../src/domain/model-catalog';
import { readOnnxModel } from '../../src/weights/onnx-model';
import { createMemorySource } from '../../src/weights/byte-source';
import { METADATA_KEYS } from '../../src/weights/imported-network';
import { checkpointPath } from './checkpoints';

const run = promisify(execFile);
const temporary = mkdtempSync(join(tmpdir(), 'understory-import-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const ARCHIVE = checkpointPath('package/speciesnet-like.tar.gz');
const DETECTOR = checkpointPath('small/y5c23-fp16.pt');
const CLASSIFIER = 'always_crop_99710272_22x8_v12_epoch_00148';

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs the command as `npm run import-weights` does. */
async function importWeights(...words: readonly string[]): Promise<Ended> {
  const script = join(import.meta.dirname, '../../scripts/import-weights.ts');
  try {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', script, ...words]);
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stderr } = error as { readonly code: number; readonly stderr: string };
    return { code, output: stderr };
  }
}

function catalogEntryIn(output: string): unknown {
  return JSON.parse(output.slice(output.indexOf('\n{') + 1));
}

const readModel = (path: string) => readOnnxModel(createMemorySource(new Uint8Array(readFileSync(path))));

it('an archive and a detector become a package, with the checkpoints beside small ONNX files', async () => {
  const out = join(temporary, 'whole');
  const { code, output } = await importWeights(ARCHIVE, DETECTOR, '--out', out);
  expect(output).toMatch(/labels\.txt: 2498 labels/);
  expect(output).toMatch(/y5c23-fp16\.onnx: runs, finite and varied: head0 \[1, 24, 40, 40\]/);
  expect(output).toMatch(/00148\.onnx: runs, finite and varied: logits \[1, 2498\], embedding \[1, 32\]/);
  expect(code).toBe(0);
  const names = readdirSync(out).sort();
  expect(names).toEqual(
    [
      'info.json',
      'taxonomy_release.txt',
      'geofence_release.json',
      `${CLASSIFIER}.labels.txt`,
      ...[CLASSIFIER, 'y5c23-fp16'].flatMap((name) => [`${name}.onnx`, `${name}.pt`]),
    ].sort(),
  );
  const info = parsePackageInfo(JSON.parse(readFileSync(join(out, 'info.json'), 'utf8')));
  expect(info).toMatchObject({ classifier: `${CLASSIFIER}.onnx`, detector: 'y5c23-fp16.onnx', type: 'always_crop' });
  const detector = await readModel(join(out, 'y5c23-fp16.onnx'));
  expect(detector.hasExternalData).toBe(true);
  expect(detector.metadata.has(METADATA_KEYS.yoloHeads)).toBe(true);
  expect(statSync(join(out, 'y5c23-fp16.onnx')).size).toBeLessThan(statSync(DETECTOR).size / 5);
  const { entries } = parseModelCatalog({ entries: [catalogEntryIn(output)] });
  expect(entries[0]?.downloads[0]?.files.map(({ name }) => name)).toEqual(names);

  const again = await importWeights(ARCHIVE, '--out', out);
  expect(again).toMatchObject({ code: 2, output: expect.stringMatching(/is not empty; --force replaces/) as string });
  expect(readdirSync(out)).toHaveLength(names.length);
});

it('a detector alone becomes a package of one ONNX file', async () => {
  const out = join(temporary, 'alone');
  expect(await importWeights(DETECTOR, '--out', out, '--storage', 'single-file')).toMatchObject({ code: 0 });
  expect(readdirSync(out).sort()).toEqual(['info.json', 'y5c23-fp16.onnx']);
  expect((await readModel(join(out, 'y5c23-fp16.onnx'))).hasExternalData).toBe(false);
  expect(parsePackageInfo(JSON.parse(readFileSync(join(out, 'info.json'), 'utf8'))).detector).toBe('y5c23-fp16.onnx');
});

it.each([
  [checkpointPath('negative/os-system-in-module.pt'), /posix\.system/],
  [checkpointPath('package/truncated.tar.gz'), /cut off/],
  [checkpointPath('small/fx-tiny.pt'), /expected a detector/],
])('%s is refused and leaves nothing behind', async (path, message) => {
  const out = join(temporary, 'refused');
  const { code, output } = await importWeights(path, '--out', out);
  expect(output).toMatch(message);
  expect(code, basename(path)).toBe(1);
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(temporary).filter((name) => name.startsWith('.'))).toEqual([]);
});
