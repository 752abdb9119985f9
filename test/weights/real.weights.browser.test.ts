import { afterAll, describe, expect, it } from 'vitest';
import { prepareImage } from '../../src/runtime/decode/prepare-image';
import type { DetectorInputSize } from '../../src/domain/model-package';
import { suppressNonMaxima, type DetectorRows, type NmsBox } from '../../src/vision/nms';
import { startCheckpointWorker, STORAGES, type NetworkInput } from './checkpoint-client';
import { decodeHeads } from './expect-rows';
import { readCheckpointFile, requireCheckpointFile } from './fixture-files';

/** Trained networks that people published, written by several versions of torch and YOLOv5. */
const NETWORKS = [
  ['yolov5n-coco-official-v7.0.pt', 80],
  ['yolov5n-coco-v6.0-a.pt', 80],
  ['yolov5n-custom1-nameplate-torch2zip.pt', null],
  ['yolov5n-custom2-biodegradable-DetectionModel-v7.pt', null],
  ['yolov5n-custom4-duckie-DetectionModel-v7.pt', null],
] as const;

const OFFICIAL = 'real/yolov5n-coco-official-v7.0.pt';
const TWIN = '../models/detectors/yolov5n-coco-fp32-dynamic.onnx';
const PHOTOS = [
  '../photos/open/coral/parrot.jpg',
  '../photos/open/exif-orientation/Portrait_2.jpg',
  '../photos/open/megadetector-repo/nacti.jpg',
];
const SIDE = { height: 480, width: 480 };
const COLUMNS = 85;

/** The twin's weights are float32 of the same halves: what differs is the order of sums. */
const TOLERANCE = { pixels: 0.05, conf: 1e-4 };

const isThere = (await readCheckpointFile(OFFICIAL)) !== null;
const isTwinThere = isThere && (await readCheckpointFile(TWIN)) !== null;
const worker = startCheckpointWorker();
afterAll(() => worker.dispose());

describe.skipIf(!isThere)('real/ (skipped when that folder is absent)', () => {
  it.each(NETWORKS)('%s imports and runs', async (name, classes) => {
    const facts = await worker.open(await requireCheckpointFile(`real/${name}`), SIDE);
    if (facts.family !== 'yolov5') throw new Error(`expected a YOLOv5, got a ${facts.family}`);
    expect(new Set(facts.names).size).toBe(facts.names.length);
    if (classes !== null) expect(facts.names).toHaveLength(classes);
    const picture = await photo(PHOTOS[0]!, { longSide: 640, stride: 32 });
    const rows = decodeHeads(await worker.run(picture, STORAGES.external), facts, 1);
    console.info(`${name}: ${facts.names.join(', ')}`);
    expect(rows.every(Number.isFinite)).toBe(true);
    expect(new Set(rows).size).toBeGreaterThan(1000);
  });

  it('YOLOv8 is refused by its name', async () => {
    const file = await requireCheckpointFile('real/yolov8n-sm-custom1-nameplate-ultralytics8.3.pt');
    await expect(worker.open(file, SIDE)).rejects.toThrow(/ultralytics/i);
  });
});

describe.skipIf(!isTwinThere)('the official file and its ONNX twin (skipped when one is absent)', () => {
  it.each(PHOTOS)('find the same in %s', async (path) => {
    const facts = await worker.open(await requireCheckpointFile(OFFICIAL), SIDE);
    const picture = await photo(path, 'dynamic');
    const data = decodeHeads(await worker.run(picture, STORAGES.external), facts, 1);
    const boxes = findBoxes({ data, count: data.length / COLUMNS, columns: COLUMNS });
    const [output] = Object.values(await worker.runOnnx(await requireCheckpointFile(TWIN), picture));
    const twins = findBoxes({ data: output!.data, count: output!.data.length / COLUMNS, columns: COLUMNS });
    expect(twins.length).toBeGreaterThan(0);
    expect(boxes.map(({ classIndex }) => classIndex)).toEqual(twins.map(({ classIndex }) => classIndex));
    const apart = boxes.map((box, index) => distance(box, twins[index]!));
    const [pixels, conf] = [Math.max(...apart.map((a) => a.pixels)), Math.max(...apart.map((a) => a.conf))];
    console.info(`${path}: ${boxes.length} boxes, apart ${pixels.toExponential(1)} px, ${conf.toExponential(1)} conf`);
    expect(pixels).toBeLessThan(TOLERANCE.pixels);
    expect(conf).toBeLessThan(TOLERANCE.conf);
  });
});

/** The detector's input of a photo, as the app makes it. */
async function photo(path: string, target: DetectorInputSize): Promise<NetworkInput> {
  const file = await requireCheckpointFile(path);
  const outcome = await prepareImage({ file, detectorInput: target, previewSide: 64 });
  if (outcome.kind !== 'prepared' || outcome.image.detectorInput === null) throw new Error(`${path}: expected a photo`);
  const { tensor, height, width } = outcome.image.detectorInput;
  return { input: tensor, dims: [1, 3, height, width] };
}

function findBoxes(rows: DetectorRows): readonly NmsBox[] {
  return suppressNonMaxima(
    rows,
    Array.from({ length: COLUMNS - 5 }, (_, index) => index),
  );
}

function distance(one: NmsBox, other: NmsBox): { readonly pixels: number; readonly conf: number } {
  const sides = ['x1', 'y1', 'x2', 'y2'] as const;
  return {
    pixels: Math.max(...sides.map((side) => Math.abs(one[side] - other[side]))),
    conf: Math.abs(one.conf - other.conf),
  };
}
