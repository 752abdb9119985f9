import type { FactSpeed } from '../../domain/fast-detector/fact-speed';
import type { Inference } from '../../domain/inference';
import type { ModelPackage, PackageFile } from '../../domain/model-package';
import type { ListedImage, Survey } from '../../domain/survey';
import { stepsOf, type KnownDetections } from '../../pipeline/infer-image';
import { processRun, type Lanes, type Run } from '../../pipeline/process-run';
import type { RunPorts } from '../../pipeline/run-ports';
import type { RunProgress, StageSeconds } from '../../pipeline/run-progress';

import { queryFolderPermission } from '../../files/folder-permission';
import type { ImageSource } from '../../files/image-source';
import type { DecodeApi, PreparedImage } from '../../rpc/decode-api';
import type { BackendReport, InferenceApi } from '../../rpc/inference-api';
import type { AppStorage } from '../../storage/app-storage';
import { settleStorage } from '../../storage/settle-storage';
import type { Preferences, RunProgressView, RunView } from './app-state';
import type { ReportSeconds } from './automation';
import { conditionOf, toCondition } from './condition';
import { createDecodePool, type DecodePool } from './decode-pool';
import { decodingFor, memoryOf } from './decoding-for';
import { foundArrangement, rememberArrangement } from './found-arrangement';
import { makesInputs } from './inference-link';
import { createInferencePool, type InferencePool } from './inference-pool';
import { networkFilesOf } from './package-networks';
import type { RunKind } from './run-kind';
import { progressViewOf, runViewOf, type SourceLoss } from './run-view';
import type { Connection } from '../../rpc/connect';

/** Longest side of a stored preview in px: sharp enough for the largest gallery cell on a screen of double density. */
const PREVIEW_SIDE = 480;
const NEWEST = 30;

export interface RunSetting {
  readonly storage: AppStorage;
  readonly connectDecode: () => Connection<DecodeApi>;
  readonly connectInference: () => Connection<InferenceApi>;
}

export interface RunOrder {
  readonly survey: Survey;
  readonly modelPackage: ModelPackage;
  readonly source: ImageSource;
  readonly images: AsyncIterable<readonly ListedImage[]>;
  readonly done: ReadonlySet<string>;
  /** The package's file that is damaged or gone, looked for while the networks are being opened; null = none. */
  readonly damaged: Promise<PackageFile | null>;
  /** Images of the survey with failures, those of this run included as soon as they are told. */
  readonly failed: () => number;
  /** Bytes of an image as it was listed; null = not listed. */
  readonly sizeOf: (filepath: string) => number | null;
  /** A file turned out to have another size: what follows is known of this one. Rejects only StorageErrors. */
  readonly onOtherSize: (image: ListedImage) => Promise<void>;
  /** Boxes that need no detector; null = the image goes the whole way. */
  readonly knownOf: (filepath: string) => KnownDetections | null;
  /** What a fact says of how it was made; null = nothing, because the Reference preset makes it. */
  readonly speedOf: (filepath: string) => FactSpeed | null;
  /** False for a fact that must not replace the earlier one: it is neither stored nor told. */
  readonly isAnswer: (inference: Inference) => boolean;
  readonly kind: RunKind;
  /** Class indices whose logits are kept. */
  readonly targets: readonly number[];
  readonly preferences: Preferences;
}

export interface RunEvents {
  readonly onFact: (inference: Inference) => void;
  readonly onView: (view: RunView) => void;
}

/** A run of the open survey, from loading the models to the last stored fact. */
export interface SurveyRun {
  pause(): void;
  resume(): void;
  stop(): void;
  /** The last view, to be told by the caller when all that follows is stored; never rejects for conditions. */
  readonly ended: Promise<RunView>;
  readonly backend: () => BackendReport | null;
  readonly seconds: () => ReportSeconds;
  readonly resumed: () => number;
}

export function startSurveyRun(setting: RunSetting, order: RunOrder, events: RunEvents): SurveyRun {
  const { survey, modelPackage, preferences, targets } = order;
  const { mode, speciesPer } = survey.settings;
  const { backend, threads, workers, fastNetworks } = preferences;
  let networks: InferencePool | null = null;
  const pool = createDecodePool(setting.connectDecode, 1);
  const newest: string[] = [];
  let progress: RunProgress | null = null;
  let packageLoadSeconds = 0;
  let run: Run | null = null;
  /** Commands that come while the models are being loaded are kept for the run. */
  let wish: 'run' | 'pause' | 'stop' = 'run';

  const readWish = () => wish; // asked anew after each await

  const backendNow = () => networks?.backend() ?? null;
  const progressView = (): RunProgressView => progressViewOf(progress, order, backendNow(), newest);

  async function createNetworks(): Promise<InferencePool> {
    const { settings, files } = setting.storage;
    const networks = networkFilesOf(modelPackage, mode).map(({ sha256 }) => sha256);
    const arranged = { networks, mode, threads, fastNetworks };
    return createInferencePool(
      { files, connect: setting.connectInference },
      {
        ...{ modelPackage, mode, speciesPer, targets, backend, threads, workers, fastNetworks },
        found: await foundArrangement(settings, arranged),
        onFound: (found) => void rememberArrangement(settings, arranged, found),
        imagesLeft: () => (progress === null ? 0 : progress.total - progress.done),
      },
    );
  }

  async function work(): Promise<RunView> {
    events.onView({ step: 'preparing', startedAt: Date.now(), progress: progressView() });
    order.damaged.catch(() => undefined); // awaited below
    networks = await createNetworks();
    const opening = networks.open();
    opening.catch(() => undefined); // awaited below, unless a damaged file explains it
    const damaged = await order.damaged;
    if (damaged !== null) {
      const condition = { code: 'package-damaged', details: { name: damaged.name }, technical: null };
      return { step: 'stopped', progress: progressView(), condition };
    }
    const opened = await opening;
    if (!opened.ok) return { step: 'stopped', progress: progressView(), condition: conditionOf(opened.error) };
    packageLoadSeconds = opened.value.loadMs / 1000;
    if (readWish() === 'stop') return { step: 'stopped', progress: progressView(), condition: null };
    const computer = { cores: navigator.hardwareConcurrency, memoryGb: memoryOf(navigator) };
    pool.grow(decodingFor(opened.value.backend.used, computer).workers);
    const request = {
      ...{ mode, images: order.images, done: order.done, lanes: lanesOf(networks) },
      // The networks may come to run elsewhere.
      ahead: () => decodingFor(backendNow()?.used ?? 'wasm', computer).ahead,
    };
    let sourceLoss: SourceLoss = 'folder-gone';
    const ports = createPorts(setting, order, networks, pool, (code) => (sourceLoss = code));
    run = processRun(request, ports, {
      onState(state) {
        progress = state.progress;
        // The end is told by the caller, when it is stored.
        if (state.step !== 'finished' && state.step !== 'stopped')
          events.onView(runViewOf(state, progressView(), { name: survey.name, sourceLoss }));
      },
      onFact(inference) {
        if (!order.isAnswer(inference)) return;
        newest.unshift(inference.filepath);
        newest.length = Math.min(newest.length, NEWEST);
        events.onFact(inference);
      },
    });
    if (readWish() === 'pause') run.pause();
    const end = await run.ended;
    progress = end.progress;
    return runViewOf(end, progressView(), { name: survey.name, sourceLoss });
  }

  const ended = work()
    .catch((error: unknown): RunView => ({ step: 'stopped', progress: progressView(), condition: toCondition(error) }))
    .finally(() => {
      networks?.dispose();
      pool.dispose();
    });

  return {
    pause() {
      if (wish === 'run') wish = 'pause';
      run?.pause();
    },
    resume() {
      if (wish === 'pause') wish = 'run';
      run?.resume();
    },
    stop() {
      wish = 'stop';
      run?.stop();
    },
    ended,
    backend: backendNow,
    seconds: () => ({ ...NO_SECONDS, ...progress?.seconds, packageLoad: packageLoadSeconds }),
    resumed: () => progress?.resumed ?? 0,
  };
}

/** One more than there are workers: the next image is at hand when a network becomes free. */
function lanesOf(networks: InferencePool): Lanes {
  return { most: networks.mostWorkers + 1, now: () => networks.workers() + 1 };
}

const NO_SECONDS: StageSeconds = {
  total: 0,
  listing: 0,
  decode: 0,
  preprocess: 0,
  detector: 0,
  classifier: 0,
  postprocess: 0,
  store: 0,
};

/** The folder is still there, but the browser may not read it any more. */
async function isForbidden({ handle }: ImageSource): Promise<boolean> {
  return handle !== null && (await queryFolderPermission(handle)) !== 'granted';
}

function createPorts(
  { storage }: RunSetting,
  { survey, modelPackage, source, sizeOf, onOtherSize, knownOf, speedOf, isAnswer }: RunOrder,
  networks: InferencePool,
  pool: DecodePool,
  onSourceLost: (code: SourceLoss) => void,
): RunPorts<File, PreparedImage> {
  const detectorInput = stepsOf(survey.settings.mode).detector ? (modelPackage.detector?.inputSize ?? null) : null;
  return {
    async open(filepath) {
      const opened = await source.open(filepath);
      if (opened.kind === 'opened' && opened.file.size !== sizeOf(filepath)) {
        const { size, lastModified } = opened.file;
        // On a full disk the fact, too, will find no space, and the run says so.
        await settleStorage(onOtherSize({ filepath, size, lastModified }));
      }
      return opened;
    },
    async isSourceReachable() {
      const isReachable = await source.isReachable();
      if (!isReachable) onSourceLost((await isForbidden(source)) ? 'permission-denied' : 'folder-gone');
      return isReachable;
    },
    prepare: (file) => {
      const isLetterboxLater = makesInputs(networks.backend());
      return pool.prepare({ file, detectorInput, isLetterboxLater, previewSide: PREVIEW_SIDE });
    },
    async infer(filepath, image) {
      const result = await networks.infer(filepath, image, knownOf(filepath));
      const speed = speedOf(filepath);
      if (!result.ok || speed === null) return result;
      return { ok: true, value: { ...result.value, inference: { ...result.value.inference, speed } } };
    },
    async restart(broken) {
      if (broken === 'infer') return networks.restart();
      pool.restart();
      return { ok: true, value: null };
    },
    putFact: (inference, prepared, vectors) =>
      isAnswer(inference)
        ? settleStorage(storage.putImage(survey.id, inference, prepared?.preview ?? null, vectors))
        : Promise.resolve({ ok: true, value: null }),
    now: () => performance.now(),
  };
}
