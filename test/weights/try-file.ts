/**
 * Imports the checkpoint of its first argument in a process of its own; with `--run` it also runs the network once, on a
 * grey picture of 64 x 64. The last line of its output is a TriedFile as JSON.
 */
import { onnxBytes, withImportedFile } from '../../scripts/weights/import-file';
import type { ImportedNetwork } from '../../src/weights/imported-network';
import type { TriedFile, TriedOutcome } from './tried-file';

const SIDE = 64;
const path = process.argv[2];
if (path === undefined) throw new Error('expected a file to import');
const outcome = await tryFile(path, process.argv.includes('--run'));
const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
process.stdout.write(`\n${JSON.stringify({ outcome, peakMb } satisfies TriedFile)}\n`, () => process.exit(0));

async function tryFile(file: string, isRun: boolean): Promise<TriedOutcome> {
  try {
    return await withImportedFile(file, { height: SIDE, width: SIDE }, async (network) => {
      const isFinite = isRun ? await givesFiniteNumbers(network, file) : null;
      return { kind: 'imported', isFinite, warnings: network.warnings };
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code: unknown = Reflect.get(error, 'code');
    return { kind: 'refused', name: error.name, code: typeof code === 'string' ? code : null, message: error.message };
  }
}

async function givesFiniteNumbers(network: ImportedNetwork, file: string): Promise<boolean> {
  const location = 'weights.pt';
  const onnx = await onnxBytes(network, { kind: 'external', location });
  // Loaded only here: memory is measured of the import alone.
  const { openNodeSession } = await import('../../scripts/weights/onnx-session');
  const session = await openNodeSession(onnx, { location, path: file });
  const dims = network.family === 'yolov5' ? [1, 3, SIDE, SIDE] : [1, SIDE, SIDE, 3];
  const outputs = await session.run(new Float32Array(3 * SIDE * SIDE).fill(0.5), dims);
  return outputs.every(({ data }) => data.every(Number.isFinite));
}
