import type { CropVectors } from '../domain/crop-vectors';
import type { ImageProblem } from '../domain/failure';
import type { Inference } from '../domain/inference';
import type { RunMode } from '../domain/survey';
import { createFailedInference } from './failed-inference';
import { prepareImage, type AheadImage, type PreparedStage } from './prepare-ahead';
import type { RunControl } from './run-control';
import type { PortError, PreparedTimes, RunPorts } from './run-ports';
import type { StageMs, WorkerStep } from './run-progress';
import type { StopReason } from './run-state';

/** A fact that is ready to be stored. */
export interface ReadyFact<Prepared> {
  readonly inference: Inference;
  /** Null for an image that could not be read. */
  readonly prepared: Prepared | null;
  readonly vectors: CropVectors;
  readonly ms: StageMs;
}

/** What became of one image on its way through decoding and networks. */
export type ImageOutcome<Prepared> =
  | { readonly kind: 'fact'; readonly fact: ReadyFact<Prepared> }
  /** Broke the workers down twice: the image's fault, or theirs. The fact says that it failed. */
  | {
      readonly kind: 'suspect';
      readonly fact: ReadyFact<Prepared>;
      readonly broken: WorkerStep;
      readonly error: PortError;
    }
  /** Stopped before the image was done. */
  | { readonly kind: 'left' }
  | { readonly kind: 'end'; readonly reason: StopReason };

/** Brings images through decoding and the networks. */
export interface ImageRunner<Prepared> {
  readonly prepare: (filepath: string) => Promise<PreparedStage<Prepared>>;
  /** Repeats the image once when the workers break down; waits while the folder can't be reached. */
  readonly runImage: (ahead: AheadImage<Prepared>) => Promise<ImageOutcome<Prepared>>;
}

/** Takes images through decoding and networks, several at once, and restarts what breaks down. */
export function createImageRunner<File, Prepared extends PreparedTimes>(
  mode: RunMode,
  ports: RunPorts<File, Prepared>,
  control: RunControl,
  onRestart: (broken: WorkerStep) => void,
): ImageRunner<Prepared> {
  /** How often the workers were restarted: tells images that went down with an earlier one from those at fault. */
  let generation = 0;
  const prepare = (filepath: string) => prepareImage(ports, filepath, generation);

  const failedFact = (filepath: string, problem: ImageProblem, decodeMs: number): ReadyFact<Prepared> => ({
    inference: createFailedInference(filepath, mode, problem),
    prepared: null,
    vectors: {},
    ms: { decode: decodeMs },
  });

  async function infer(filepath: string, prepared: Prepared): Promise<ReadyFact<Prepared> | PortError> {
    const { decodeMs, preprocessMs } = prepared; // read before the networks take the buffers away
    const result = await ports.infer(filepath, prepared);
    if (!result.ok) return result.error;
    const { inference, vectors = {}, timings } = result.value;
    const ms = { ...timings, decode: decodeMs, preprocess: preprocessMs + timings.preprocess };
    return { inference, prepared, vectors, ms };
  }

  async function restart(broken: WorkerStep, error: PortError): Promise<StopReason | null> {
    generation++;
    const result = await ports.restart(broken, error);
    if (!result.ok) return { code: 'restart-failed', error: result.error };
    onRestart(broken);
    return null;
  }

  async function runImage({ image: { filepath }, stage: firstStage }: AheadImage<Prepared>) {
    let stage = await firstStage;
    let isSurelyMissing = false;
    let breakdowns = 0;
    for (;;) {
      if (stage.kind === 'unreadable') {
        if (stage.problem.code !== 'file-missing' || isSurelyMissing) {
          return { kind: 'fact', fact: failedFact(filepath, stage.problem, stage.decodeMs) } as const;
        }
        // It may have been opened while the folder was away: looked at again before it is called missing.
        isSurelyMissing = await ports.isSourceReachable();
        if (!isSurelyMissing && !(await control.passGate({ code: 'source-lost' }))) return { kind: 'left' } as const;
      } else {
        const result = stage.kind === 'ready' ? await infer(filepath, stage.prepared) : stage.error;
        if ('inference' in result) return { kind: 'fact', fact: result } as const;
        const broken = stage.kind === 'ready' ? 'infer' : 'prepare';
        const isAtFault = stage.kind === 'ready' || stage.generation === generation;
        if (isAtFault) {
          // The image is done again in another run; whatever ended this one needs no workers.
          if (control.isStopping()) return { kind: 'left' } as const;
          const reason = await restart(broken, result);
          if (reason !== null) return { kind: 'end', reason } as const;
          if (++breakdowns === 2) {
            const problem = { code: problemOf(broken, mode), detail: `${result.code}: ${result.message}` };
            return { kind: 'suspect', fact: failedFact(filepath, problem, 0), broken, error: result } as const;
          }
        }
      }
      stage = await prepare(filepath);
    }
  }

  return { prepare, runImage };
}

function problemOf(broken: WorkerStep, mode: RunMode): ImageProblem['code'] {
  if (broken === 'prepare') return 'undecodable';
  return mode.startsWith('classify') ? 'classifier-failed' : 'detector-failed';
}
