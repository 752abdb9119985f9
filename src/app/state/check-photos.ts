import { compareWithPublished } from '../../domain/compare-published';
import type { ComparedRow } from '../../domain/compared-row';
import type { Inference } from '../../domain/inference';
import { parseLabels } from '../../domain/label-list';
import { fileOf, type ModelPackage } from '../../domain/model-package';
import type { AppliedSet } from '../../domain/published-results';
import { createFailedInference } from '../../pipeline/failed-inference';
import type { BackendReport } from '../../rpc/inference-api';
import type { RpcError, RpcResult } from '../../rpc/rpc-result';
import type { AppStorage } from '../../storage/app-storage';
import type { StatePart } from './app-setting';
import type { Preferences } from './app-state';
import { conditionOf, type Condition } from './condition';
import { createDecodePool } from './decode-pool';
import { createInferenceLink, makesInputs } from './inference-link';
import type { FoundPhoto } from './reference-photos';

/** Nobody sees the preview that decoding makes. */
const PREVIEW_SIDE = 16;

export interface CheckOrder {
  readonly modelPackage: ModelPackage;
  readonly sets: readonly AppliedSet[];
  readonly found: readonly FoundPhoto[];
  readonly preferences: Pick<Preferences, 'backend' | 'threads' | 'fastNetworks'>;
  readonly signal: AbortSignal;
  /** The networks are open. */
  readonly onReady: () => void;
  /** The rows of one more photo. */
  readonly onPhoto: (rows: readonly ComparedRow[], backend: BackendReport | null) => void;
}

/**
 * Decodes photos and runs a package's networks on them, as a run does, but keeps nothing. Answers null, or why it could
 * not go on. Rejects when `signal` aborts, or when the package's files are damaged.
 */
export async function checkPhotos(
  part: Pick<StatePart, 'storage' | 'connectDecode' | 'connectInference'>,
  order: CheckOrder,
): Promise<Condition | null> {
  const { modelPackage, sets, found, preferences, signal } = order;
  const { files } = part.storage;
  signal.throwIfAborted();
  const mode = sets.some(({ set }) => set.kind === 'classes') ? 'species' : 'detections';
  const networks = createInferenceLink(
    { files, connect: part.connectInference },
    {
      modelPackage,
      mode,
      speciesPer: 'image',
      targets: [],
      backend: preferences.backend,
      threads: preferences.threads,
      fastNetworks: preferences.fastNetworks,
    },
  );
  const pool = createDecodePool(part.connectDecode, 1);
  const end = () => {
    networks.dispose();
    pool.dispose();
  };
  signal.addEventListener('abort', end);

  async function infer({ photo, file }: FoundPhoto): Promise<RpcResult<Inference>> {
    const detectorInput = modelPackage.detector?.inputSize ?? null;
    // As a run does it: what it computes is what is checked.
    const isLetterboxLater = makesInputs(networks.backend());
    const prepared = await pool.prepare({ file, detectorInput, isLetterboxLater, previewSide: PREVIEW_SIDE });
    if (!prepared.ok) return prepared;
    const outcome = prepared.value;
    if (outcome.kind === 'unreadable') {
      return { ok: true, value: createFailedInference(photo.name, mode, outcome.image.problem) };
    }
    const inferred = await networks.infer(photo.name, outcome.image);
    return inferred.ok ? { ok: true, value: inferred.value.inference } : inferred;
  }

  /** A worker that was ended by the signal answers with an error of its own. */
  const stopped = (error: RpcError): Condition => {
    signal.throwIfAborted();
    return conditionOf(error);
  };

  try {
    const labels = mode === 'species' ? await readLabels(files, modelPackage) : [];
    const opened = await networks.open();
    if (!opened.ok) return stopped(opened.error);
    order.onReady();
    for (const photo of found) {
      signal.throwIfAborted();
      const inference = await infer(photo);
      if (!inference.ok) return stopped(inference.error);
      const rows = compareWithPublished(sets, { photo: photo.photo.name, inference: inference.value, labels });
      order.onPhoto(rows, networks.backend());
    }
    return null;
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}

async function readLabels(files: AppStorage['files'], modelPackage: ModelPackage): Promise<readonly string[]> {
  const file = fileOf(modelPackage, 'labels');
  return file === null ? [] : parseLabels(await (await files.readFile(file.sha256)).text());
}
