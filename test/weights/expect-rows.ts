import { expect } from 'vitest';
import { rowsFromHeads, type RawHead } from '../../src/vision/yolo-heads';
import type { NetworkOutput } from '../../src/runtime/ort/network';
import type { ImportedFacts, NetworkOutputs } from './checkpoint-api';
import { compareNumbers } from './compare-numbers';
import type { Differences } from './expect-outputs';
import { readFloats } from './fixture-files';
import type { YoloCase, YoloRun } from './fixture-index';

/** Centre, width and height. */
const BOX_COLUMNS = 4;

/** Expects the decoded rows of each picture to be the recorded ones: boxes in pixels, scores between 0 and 1. */
export async function expectRows(
  outputs: NetworkOutputs,
  fixture: YoloCase,
  run: YoloRun,
  facts: ImportedFacts,
  folder: string,
): Promise<Differences> {
  const { valuesPerRow } = fixture.facts;
  const recorded = await readFloats(`${folder}/${run.decoded.file}`);
  const decoded = decodeHeads(outputs, facts, run.generator.n);
  const [boxes, scores] = splitRows(decoded, valuesPerRow);
  const [recordedBoxes, recordedScores] = splitRows(recorded, valuesPerRow);
  const box = compareNumbers(boxes, recordedBoxes, run.tolerance.boxPixels);
  const score = compareNumbers(scores, recordedScores, run.tolerance.scores);
  expect(box.outside, `boxes: largest difference ${box.largest}`).toBe(0);
  expect(score.outside, `scores: largest difference ${score.largest}`).toBe(0);
  return { boxes: box.largest, scores: score.largest };
}

/** Rows of all cells of all pictures, one after the other. */
export function decodeHeads(outputs: NetworkOutputs, facts: ImportedFacts, pictures: number): Float32Array {
  if (facts.family !== 'yolov5') throw new Error(`expected a YOLOv5, got a ${facts.family}`);
  const { levels } = facts.heads;
  const decoded = Array.from({ length: pictures }, (_, picture) => {
    const heads = levels.map((_level, level) => headOf(outputs[`head${level}`]!, picture));
    return rowsFromHeads(heads, levels, facts.names.length, -Infinity).data;
  });
  const rows = new Float32Array(decoded.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const data of decoded) {
    rows.set(data, at);
    at += data.length;
  }
  return rows;
}

function headOf({ data, dims }: NetworkOutput, picture: number): RawHead {
  const size = data.length / dims[0]!;
  return { data: data.subarray(picture * size, (picture + 1) * size), dims: [1, ...dims.slice(1)] };
}

function splitRows(rows: Float32Array, columns: number): [boxes: Float32Array, scores: Float32Array] {
  return [
    rows.filter((_, index) => index % columns < BOX_COLUMNS),
    rows.filter((_, index) => index % columns >= BOX_COLUMNS),
  ];
}
