import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestPicture } from '../../../src/runtime/ort/test-picture';
import { openNodeSession, type NamedOutput } from '../onnx-session';
import type { ConvertedNetwork } from './convert-network';
import { ImportRefused } from './import-refused';

/** A YOLOv5 takes any size; this one is quick and suits four levels. */
const DETECTOR_SIDE = 320;
const CLASSIFIER_SIDE = 480;

/** Below this share of the largest number two numbers are the same: float32 keeps seven digits. */
const SAME = 1e-6;

/**
 * Runs a written network on two made-up pictures.
 * @returns what it gave, for people
 * @throws ImportRefused when its numbers are not finite, or the same for both
 */
export async function verifyNetwork(network: ConvertedNetwork, folder: string): Promise<string> {
  const { onnx, weights, family } = network;
  const session = await openNodeSession(
    readFileSync(join(folder, onnx)),
    weights === null ? null : { location: weights, path: join(folder, weights) },
  );
  try {
    const isDetector = family === 'yolov5';
    const side = isDetector ? DETECTOR_SIDE : CLASSIFIER_SIDE;
    const size = { width: side, height: side };
    const dims = isDetector ? [1, 3, side, side] : [1, side, side, 3];
    const run = (picture: number) => session.run(createTestPicture(picture, size, isDetector ? 'nchw' : 'nhwc'), dims);
    const [first, second] = [await run(0), await run(1)];
    first.forEach((output, index) => requireVaried(output, second[index]!, onnx));
    return first.map(({ name, dims: shape }) => `${name} [${shape.join(', ')}]`).join(', ');
  } finally {
    await session.close();
  }
}

function requireVaried(first: NamedOutput, second: NamedOutput, onnx: string): void {
  const where = `${onnx}: its output "${first.name}"`;
  if (![...first.data, ...second.data].every(Number.isFinite)) {
    throw new ImportRefused(`${where} is not finite on a made-up picture`);
  }
  const limit = SAME * first.data.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1);
  const isVaried = first.data.some((value, index) => Math.abs(value - second.data[index]!) > limit);
  if (!isVaried) throw new ImportRefused(`${where} is the same for two different pictures`);
}
