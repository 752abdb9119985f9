import { DETECTION_LABELS, type Detection, type DetectionCategory } from '../src/domain/detection';
import { FAILURE_ORDER } from '../src/domain/failure';
import type { FactSpeed } from '../src/domain/fast-detector/fact-speed';
import type { ClassScores, CropKey, Inference } from '../src/domain/inference';

const PATHS = ['DCIM', 'sité 1', '森', '\u{1F992}', 'a b', '\ud800'];

/** A fact of any shape that a run, an import or an earlier version may have stored, and some that none did. */
export function randomFact(random: () => number, number: number): Inference {
  const is = (share: number) => random() < share;
  const whole = (below: number) => Math.floor(random() * below);
  const oneOf = <Value>(values: readonly Value[]): Value => values[whole(values.length)]!;
  const list = <Value>(length: number, make: () => Value) => Array.from({ length }, make);
  const numberOf = (): number =>
    oneOf([Math.fround(random()), random(), 0, -0, 1, 1e-320, -1e9, Number.MAX_VALUE, Math.fround(1e-42)]);
  const hash = () => list(64, () => whole(16).toString(16)).join('');
  const box = (): Detection => {
    const category = oneOf<DetectionCategory>(['1', '2', '3']);
    const bbox = [numberOf(), random(), random(), Math.fround(random())] as const;
    return { category, label: DETECTION_LABELS[category], conf: is(0.8) ? Math.fround(random()) : numberOf(), bbox };
  };
  const crop = (): ClassScores => {
    const length = oneOf([0, 1, 2, 5, 20]);
    const classes = () => list(length, () => whole(is(0.9) ? 2498 : 1_000_000));
    const targets = is(0.1) && { targets: { classes: classes(), logits: list(length, numberOf) } };
    return {
      classes: classes(),
      scores: list(length, () => (is(0.8) ? Math.fround(random()) : numberOf())),
      ...targets,
    };
  };
  const speed = (): FactSpeed => {
    const detector = {
      way: oneOf(['int8', 'smaller-input'] as const),
      name: 'm.onnx',
      sha256: hash(),
      agreement: random(),
    };
    return is(0.5)
      ? { preset: 'fast', detector }
      : { preset: 'second-look', first: { detector, detections: list(whole(3), box) } };
  };
  const detections = is(0.1) ? null : list(oneOf([0, 0, 1, 2, 5, 40]), box);
  const keys: readonly CropKey[] = ['image', '0', ...(detections ?? []).map((_, index): CropKey => `box${index}`)];
  const fact: Inference = {
    filepath: `${oneOf(PATHS)}/${number}.jpg`,
    size: is(0.1) ? null : { width: 1 + whole(5000), height: 1 + whole(200_000) },
    capturedAt: is(0.2) ? null : `2024-0${1 + whole(9)}-1${whole(10)}T0${whole(10)}:30:0${whole(10)}`,
    ...(is(0.7) && { location: is(0.6) ? null : { latitude: numberOf(), longitude: random() * 180 } }),
    detections,
    ...(is(0.5) && { faintDetections: list(whole(4), box) }),
    crops: is(0.1) ? {} : Object.fromEntries(keys.filter(() => is(0.7)).map((key) => [key, crop()])),
    failures: FAILURE_ORDER.filter(() => is(0.1)),
    ...(is(0.6) && { sha256: hash() }),
    ...(is(0.2) && { isImported: true as const }),
    ...(is(0.1) && { speed: speed() }),
    problem: is(0.9) ? null : { code: 'undecodable', detail: oneOf(['', 'ünlesbar \u{1F992} "quoted"\n', '\ud83e']) },
  };
  // Facts that were merged or read from a file have their fields in another order.
  return is(0.1) ? (Object.fromEntries(Object.entries(fact).reverse()) as unknown as Inference) : fact;
}
