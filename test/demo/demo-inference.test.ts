import { beforeAll, describe, expect, it } from 'vitest';
import type { Extent } from '../../scripts/demo/figures/figure';
import { Canvas } from '../../scripts/demo/canvas';
import { demoScenes } from '../../scripts/demo/demo-photos';
import type { Scene, Subject } from '../../scripts/demo/scenes/scene';
import type { Detection } from '../../src/domain/detection';
import type { Inference } from '../../src/domain/inference';
import { demoExpectations } from './demo-expectations';
import { openDemo, runNetwork, type OpenDemo } from './run-demo';

const photos = demoScenes.map((scene) => ({ scene, subjects: subjectsOf(scene) }));
let demo: OpenDemo;
const inferences = new Map<string, Inference>();

beforeAll(async () => {
  demo = await openDemo();
  for (const { path } of demoScenes) inferences.set(path, await demo.infer(path));
}, 60_000);

function answerAt(path: string, country: string | null, region: string | null): string {
  const prediction = demo.concludeAt(country, region)(inferences.get(path)!).prediction!;
  return `${prediction.label.split(';').at(-1)!} | ${prediction.source}`;
}

describe('the demonstration networks on the demonstration photos', () => {
  it('has an expectation for every photo', () => {
    expect(demoExpectations.map(({ path }) => path)).toEqual(photos.map(({ scene }) => scene.path));
  });

  it.each(demoExpectations)('$path: $anywhere (rule $rule)', ({ path, rule, anywhere, usa, california, kenya }) => {
    expect(demo.concludeAt(null, null)(inferences.get(path)!).prediction!.rule).toBe(rule);
    expect({
      anywhere: answerAt(path, null, null),
      usa: answerAt(path, 'USA', null),
      california: answerAt(path, 'USA', 'CA'),
      kenya: answerAt(path, 'KEN', null),
    }).toEqual({ anywhere, usa, california, kenya });
  });

  it.each(photos)('$scene.path: a tight box around each subject, and no other confident box', ({ scene, subjects }) => {
    const detections = inferences.get(scene.path)!.detections!;
    const confident = detections.filter(({ conf }) => conf > 0.5);
    expect(confident).toHaveLength(subjects.length);
    for (const { label, extent } of subjects) {
      const overlaps = confident.filter((box) => box.label === label).map((box) => overlapOf(box, extent, scene));
      expect(Math.max(...overlaps)).toBeGreaterThan(0.9);
    }
  });

  it('keeps its distance from the thresholds of the rules, so that another decoder concludes the same', () => {
    const thresholds = [0.65, 0.8, 0.99];
    for (const [path, { crops }] of inferences) {
      const best = Object.values(crops)[0]!.scores[0]!;
      for (const threshold of thresholds) expect(Math.abs(best - threshold), path).toBeGreaterThan(0.005);
    }
  });

  it('shows a few faint boxes too: a fern and a termite mound', () => {
    const faint = [...inferences.values()].flatMap(({ detections }) => detections!.filter(({ conf }) => conf < 0.5));
    expect(faint.map(({ conf }) => conf < 0.2).sort()).toEqual([false, true]);
  });
});

describe('the demonstration networks on anything else', () => {
  it('takes any size of picture, two at once, and says nothing of plain grey', async () => {
    const two = new Float32Array(2 * 3 * 192 * 320).fill(114 / 255);
    const rows = await runNetwork(demo.detector, two, [2, 3, 192, 320]);
    expect(rows).toHaveLength(2 * 3 * 12 * 20 * 8);
    expect(rows.every(Number.isFinite)).toBe(true);
    expect(rows.filter((_, i) => i % 8 === 4).every((objectness) => objectness < 0.01)).toBe(true);
  });

  it('answers a batch of two as it answers each alone', async () => {
    const size = 480 * 480 * 3;
    const both = Float32Array.from({ length: 2 * size }, (_, i) => ((i * 7919) % 1000) / 1000);
    for (let i = size; i < 2 * size; i += 3) both[i] = 0.9;
    const together = await runNetwork(demo.classifier, both, [2, 480, 480, 3]);
    const labels = together.length / 2;
    const first = await runNetwork(demo.classifier, both.slice(0, size), [1, 480, 480, 3]);
    const second = await runNetwork(demo.classifier, both.slice(size), [1, 480, 480, 3]);
    const apart = [...first, ...second].map((value, i) => Math.abs(value - together[i]!));
    expect(Math.max(...apart)).toBeLessThan(1e-4);
    expect(together.slice(0, labels)).not.toEqual(together.slice(labels));
  });
});

/** Where the script draws things, found without mixing any paint: the drawn pictures are another test's subject. */
function subjectsOf(scene: Scene): readonly Subject[] {
  const canvas = new Canvas(scene.width, scene.height);
  canvas.fill = () => undefined;
  canvas.wash = () => undefined;
  return scene.paint(canvas);
}

/** Intersection over union of a detection and what was drawn. */
function overlapOf({ bbox }: Detection, drawn: Extent, { width, height }: { width: number; height: number }): number {
  const [x, y, w, h] = bbox;
  const box = { left: x * width, top: y * height, right: (x + w) * width, bottom: (y + h) * height };
  const across = Math.min(box.right, drawn.right) - Math.max(box.left, drawn.left);
  const down = Math.min(box.bottom, drawn.bottom) - Math.max(box.top, drawn.top);
  const common = Math.max(0, across) * Math.max(0, down);
  return common / (areaOf(box) + areaOf(drawn) - common);
}

function areaOf({ left, top, right, bottom }: Extent): number {
  return (right - left) * (bottom - top);
}
