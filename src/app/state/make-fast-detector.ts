import type { Detection } from '../../domain/detection';
import { chooseImages, FEWEST_CALIBRATING } from '../../domain/fast-detector/choose-images';
import { compareDetectors, FEWEST_COMPARED } from '../../domain/fast-detector/detector-agreement';
import { fileOf, type CalibrationImage, type FastDetector, type ModelPackage } from '../../domain/model-package';
import type { PreparedImage } from '../../rpc/decode-api';
import type { RpcError, RpcResult } from '../../rpc/rpc-result';
import { transfer } from '../../rpc/transfer';
import type { PackageBytes } from '../../storage/package-store';
import type { AppParts } from './app-parts';
import { conditionOf, type Condition } from './condition';
import { createDecodePool, type DecodePool } from './decode-pool';
import { fastCandidate, withCandidate, type FastCandidate } from './fast-candidate';
import type { FastMakingView, FastWish } from './fast-making';
import { createInferenceLink } from './inference-link';
import { readNetworkFiles } from './package-networks';
import { watchWorker } from './watch-worker';

/** Nobody sees the preview that decoding makes. */
const PREVIEW_SIDE = 16;

/** A photo that may be used; `open` answers null when it can't be read. */
export interface FastPhoto {
  readonly filepath: string;
  open(): Promise<File | null>;
}

export interface FastPhotos {
  /** Of the survey or folder. */
  readonly name: string;
  readonly images: readonly FastPhoto[];
}

export interface FastOrder {
  readonly packageId: string;
  readonly wish: FastWish;
  readonly photos: FastPhotos;
  readonly signal: AbortSignal;
  readonly tell: (change: Partial<FastMakingView>) => void;
}

export type FastOutcome =
  | { readonly kind: 'measured'; readonly fast: FastDetector; readonly bytes: readonly PackageBytes[] }
  /** `readable`: photos that could be used. */
  | { readonly kind: 'too-few'; readonly readable: number }
  | { readonly kind: 'stopped'; readonly condition: Condition };

/** A worker answered with an error: the whole ends with it. */
class StoppedError extends Error {
  readonly condition: Condition;

  constructor(error: RpcError) {
    super(error.message);
    this.condition = conditionOf(error);
  }
}

/** Too few of the chosen photos can be read. */
class TooFewError extends Error {
  readonly readable: number;

  constructor(readable: number) {
    super(`expected more photos that can be read, got ${readable}`);
    this.readable = readable;
  }
}

type Setting = Pick<AppParts, 'storage' | 'store' | 'connectDecode' | 'connectInference' | 'connectPackage'>;

/**
 * Makes a fast detector and measures it beside the reference's on other photos. Nothing is stored here. Rejects when `signal`
 * aborts, or when the package's files are damaged.
 */
export async function makeFastDetector(setting: Setting, order: FastOrder): Promise<FastOutcome> {
  const { packageId, wish, photos, signal } = order;
  const modelPackage = setting.store.getState().packages.find(({ id }) => id === packageId);
  const own = modelPackage === undefined ? null : fileOf(modelPackage, 'detector');
  if (modelPackage?.detector == null || own === null) throw new Error(`package ${packageId}: expected a detector`);
  const chosen = chooseImages(photos.images, wish.way === 'int8');
  if (chosen === null) return { kind: 'too-few', readable: photos.images.length };
  const pool = createDecodePool(setting.connectDecode, 1);
  const end = () => pool.dispose();
  signal.addEventListener('abort', end);
  try {
    const candidate = fastCandidate(wish, modelPackage, setting.store.getState().packages);
    const made =
      wish.way === 'int8' ? await quantise(setting, { order, pool, modelPackage, photos: chosen.calibrating }) : null;
    const whole = made === null ? candidate : { ...candidate, ...made.candidate };
    const comparing = { order, pool, photos: chosen.comparing };
    const reference = await detectAll(setting, { ...comparing, step: 'reference', modelPackage });
    const answered = reference.answers.filter((answer) => answer !== null).length;
    if (answered < FEWEST_COMPARED) throw new TooFewError(answered + (made?.calibratedOn.length ?? 0));
    const fast = await detectAll(made === null ? setting : withUnstored(setting, made.bytes), {
      ...comparing,
      step: 'fast',
      modelPackage: withCandidate(modelPackage, whole),
    });
    const both = reference.answers.flatMap((answer, index) =>
      answer === null ? [] : [{ reference: answer.detections, other: fast.answers[index]?.detections ?? null }],
    );
    const named = fileOf(modelPackage, 'detector-weights') ?? own;
    return {
      kind: 'measured',
      bytes: made?.bytes ?? [],
      fast: {
        ...whole,
        way: wish.way,
        madeFrom: { name: named.name, sha256: own.sha256 },
        madeBy: `${__APP_VERSION__}${made === null ? '' : ` (quantiser ${made.version})`}`,
        madeAt: Date.now(),
        imagesOf: photos.name,
        calibratedOn: made?.calibratedOn ?? [],
        agreement: compareDetectors(both),
        speed: {
          referenceMs: reference.medianMs,
          fastMs: fast.medianMs,
          referenceOn: reference.backend,
          fastOn: fast.backend,
        },
      },
    };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TooFewError) return { kind: 'too-few', readable: error.readable };
    if (error instanceof StoppedError) return { kind: 'stopped', condition: error.condition };
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}

interface Work {
  readonly order: FastOrder;
  readonly pool: DecodePool;
  readonly photos: readonly FastPhoto[];
  readonly modelPackage: ModelPackage;
}

function valueOf<Value>(result: RpcResult<Value>): Value {
  if (!result.ok) throw new StoppedError(result.error);
  return result.value;
}

/** A photo ready for the detector; null when it can't be read. */
async function prepare(pool: DecodePool, photo: FastPhoto, { detector }: ModelPackage): Promise<PreparedImage | null> {
  const file = await photo.open();
  if (file === null) return null;
  const detectorInput = detector?.inputSize ?? null;
  const outcome = valueOf(await pool.prepare({ file, detectorInput, previewSide: PREVIEW_SIDE }));
  return outcome.kind === 'prepared' ? outcome.image : null;
}

interface Quantised {
  readonly candidate: Pick<FastCandidate, 'files' | 'sha256'>;
  readonly bytes: readonly PackageBytes[];
  readonly calibratedOn: readonly CalibrationImage[];
  readonly version: string;
}

/** In a worker of its own, because only its end frees the memory. */
async function quantise(setting: Setting, { order, pool, photos, modelPackage }: Work): Promise<Quantised> {
  const { signal, tell } = order;
  const worker = setting.connectPackage();
  const end = () => worker.dispose();
  signal.addEventListener('abort', end);
  try {
    const network = await readNetworkFiles(setting.storage.files, modelPackage, 'detector');
    const { threads } = setting.store.getState().preferences;
    const { version } = valueOf(
      await worker.prepareQuantising({ network, description: modelPackage.detector!, threads }),
    );
    const calibratedOn: CalibrationImage[] = [];
    for (const [index, photo] of photos.entries()) {
      tell({ step: 'calibrating', done: index, total: photos.length });
      const image = await prepare(pool, photo, modelPackage);
      if (image === null || image.detectorInput === null) continue;
      const { detectorInput, sha256 } = image;
      const watch = watchWorker(worker);
      valueOf(await worker.calibrate(transfer(detectorInput, [detectorInput.tensor.buffer])));
      watch.end();
      calibratedOn.push({ filepath: photo.filepath, sha256 });
    }
    if (calibratedOn.length < FEWEST_CALIBRATING) throw new TooFewError(calibratedOn.length);
    tell({ step: 'writing', done: 0, total: 0 });
    const { file, bytes } = valueOf(
      await worker.finishQuantising(int8FileName(modelPackage), (done, total) =>
        tell({ step: 'writing', done, total }),
      ),
    );
    return {
      candidate: { files: [file], sha256: file.sha256 },
      bytes: [{ sha256: file.sha256, file: bytes }],
      calibratedOn,
      version,
    };
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}

function int8FileName(modelPackage: ModelPackage): string {
  const file = fileOf(modelPackage, 'detector-weights') ?? fileOf(modelPackage, 'detector')!;
  return `${file.name.replace(/\.(?:onnx|pt|pth)$/i, '')}-int8.onnx`;
}

/** Reads of a file that is not stored yet give its bytes. */
function withUnstored(setting: Setting, bytes: readonly PackageBytes[]): Setting {
  const { files } = setting.storage;
  const readFile = (sha256: string) => {
    const unstored = bytes.find((one) => one.sha256 === sha256);
    return unstored === undefined ? files.readFile(sha256) : Promise.resolve(unstored.file as File);
  };
  return { ...setting, storage: { ...setting.storage, files: { ...files, readFile } } };
}

interface DetectorAnswers {
  /** In the order of the photos; null = it can't be read. */
  readonly answers: readonly ({ readonly detections: readonly Detection[] | null } | null)[];
  readonly medianMs: number;
  readonly backend: 'webgpu' | 'wasm';
}

async function detectAll(
  setting: Setting,
  { order, pool, photos, modelPackage, step }: Work & { readonly step: 'reference' | 'fast' },
): Promise<DetectorAnswers> {
  const { signal, tell } = order;
  const { backend, threads, fastNetworks } = setting.store.getState().preferences; // as a run has them
  const networks = createInferenceLink(
    { files: setting.storage.files, connect: setting.connectInference },
    { modelPackage, mode: 'detections', speciesPer: 'image', targets: [], backend, threads, fastNetworks },
  );
  const end = () => networks.dispose();
  signal.addEventListener('abort', end);
  try {
    tell({ step, done: 0, total: photos.length });
    valueOf(await networks.open());
    const answers: ({ readonly detections: readonly Detection[] | null } | null)[] = [];
    const times: number[] = [];
    for (const [index, photo] of photos.entries()) {
      signal.throwIfAborted();
      const image = await prepare(pool, photo, modelPackage);
      if (image === null) {
        answers.push(null);
      } else {
        const { inference, timings } = valueOf(await networks.infer(photo.filepath, image));
        answers.push({ detections: inference.detections });
        if (index > 0) times.push(timings.detector); // the first one prepares (shaders, memory)
      }
      tell({ step, done: index + 1, total: photos.length });
    }
    return { answers, medianMs: medianOf(times), backend: networks.backend()?.used ?? 'wasm' };
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
