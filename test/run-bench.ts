import { expect } from 'vitest';
import type { Inference } from '../src/domain/inference';
import type { ListedImage } from '../src/domain/survey';
import { processRun, type RunRequest } from '../src/pipeline/process-run';
import type { PortError, PortResult, RunPorts } from '../src/pipeline/run-ports';
import type { RunState } from '../src/pipeline/run-state';

interface FakeImage {
  readonly filepath: string;
  readonly decodeMs: number;
  readonly preprocessMs: number;
}

export const ok = <Value>(value: Value): PortResult<Value> => ({ ok: true, value });
export const bad = (code: string): { ok: false; error: PortError } => ({
  ok: false,
  error: { code, message: `${code}!` },
});
export const listed = (...filepaths: string[]): ListedImage[] =>
  filepaths.map((filepath) => ({ filepath, size: 1, lastModified: 0 }));
const factOf = (filepath: string): Inference => ({
  filepath,
  size: { width: 4, height: 3 },
  capturedAt: null,
  detections: [],
  crops: {},
  failures: [],
  problem: null,
});

type Bendable<Ports> = { -readonly [Name in keyof Ports]: Ports[Name] };

/** Ports that work, write down what they are asked, and can be bent by each test. */
export function createBench() {
  const log: string[] = [];
  const stored = new Map<string, Inference>();
  const states: RunState[] = [];
  const facts: string[] = [];
  let time = 0;
  const ports: Bendable<RunPorts<string, FakeImage>> = {
    open: (filepath) => Promise.resolve({ kind: 'opened', file: filepath }),
    isSourceReachable: () => Promise.resolve(true),
    prepare(file) {
      log.push(`prepare ${file}`);
      return Promise.resolve(ok({ kind: 'prepared', image: { filepath: file, decodeMs: 30, preprocessMs: 5 } }));
    },
    infer(filepath) {
      log.push(`infer ${filepath}`);
      time += 100;
      const timings = { preprocess: 1, detector: 60, classifier: 30, postprocess: 2 };
      return Promise.resolve(ok({ inference: factOf(filepath), timings }));
    },
    restart(broken) {
      log.push(`restart ${broken}`);
      return Promise.resolve(ok(null));
    },
    putFact(inference) {
      log.push(`store ${inference.filepath}`);
      time += 10;
      stored.set(inference.filepath, inference);
      return Promise.resolve(ok(null));
    },
    now: () => time,
  };
  const listener = {
    onState: (state: RunState) => void states.push(state),
    onFact(inference: Inference) {
      expect(stored.get(inference.filepath), 'told before it was stored').toBe(inference);
      facts.push(inference.filepath);
      log.push(`tell ${inference.filepath}`);
    },
  };
  const start = (request: Partial<RunRequest> & { readonly batches?: ListedImage[][] } = {}) =>
    processRun(
      {
        mode: 'species',
        images: fromBatches(request.batches ?? [listed('a', 'b', 'c')]),
        done: new Set(),
        ahead: () => 2,
        lanes: { most: 1, now: () => 1 },
        ...request,
      },
      ports,
      listener,
    );
  const steps = () => states.map(({ step }) => step).filter((step, index, all) => step !== all[index - 1]);
  const seen = (step: RunState['step']) => expect.poll(() => states.some((state) => state.step === step)).toBe(true);
  return { ports, log, stored, states, facts, start, steps, seen, advance: (ms: number) => (time += ms) };
}

// eslint-disable-next-line @typescript-eslint/require-await -- a listing is asynchronous by nature
async function* fromBatches(batches: ListedImage[][]) {
  yield* batches;
}

/** A promise and its resolver. */
export function createGate() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), passed };
}

/** Makes `infer` wait at one image until the test lets it go. */
export function holdAt(bench: ReturnType<typeof createBench>, filepath: string) {
  const gate = createGate();
  const reached = createGate();
  const { infer } = bench.ports;
  bench.ports.infer = async (path, image) => {
    if (path === filepath) {
      reached.open();
      await gate.passed;
    }
    return infer(path, image);
  };
  return { reached: reached.passed, letGo: gate.open };
}

/** The networks die at these images, each as many times as it says. */
export function dieAt(bench: ReturnType<typeof createBench>, deaths: Record<string, number>) {
  const { infer } = bench.ports;
  bench.ports.infer = (filepath, image) => {
    if ((deaths[filepath] ?? 0) === 0) return infer(filepath, image);
    deaths[filepath] = deaths[filepath]! - 1;
    bench.log.push(`death ${filepath}`);
    return Promise.resolve(bad('worker-died'));
  };
}
