import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { connect } from '../../src/rpc/connect';
import type { InferenceApi, NetworkFiles } from '../../src/rpc/inference-api';
import type {
  CheckedAddition,
  CheckedPackage,
  PackageApi,
  PackageCandidate,
  PackageProgress,
} from '../../src/rpc/package-api';
import type { RpcResult } from '../../src/rpc/rpc-result';
import { readSharedFile } from './shared-files';
import { createTinyImage } from './tiny-request';

/** Checkpoints with the structure of the official files, and their archives: see ../shared/checkpoints/README.md. */
export const hasCheckpoints = (await readSharedFile('checkpoints/README.md')) !== null;

/** SpeciesNet's archive in small, which names MegaDetector's checkpoint and does not hold it. */
export const ARCHIVE = 'package/speciesnet-like.tar.gz';
/** A detector like MegaDetector v5a, in small. */
export const DETECTOR = 'small/y5p6-fp16.pt';

/** A file of ../shared/checkpoints under its own name. */
export async function readCandidate(path: string): Promise<PackageCandidate> {
  const file = await readSharedFile(`checkpoints/${path}`);
  if (file === null) throw new Error(`../shared/checkpoints/${path} is absent`);
  const name = path.slice(path.lastIndexOf('/') + 1);
  // The server takes the name for a transfer encoding, so what arrives is unpacked.
  return { path: name, file: name.endsWith('.gz') ? await gzip(file) : file };
}

function gzip(file: Blob): Promise<Blob> {
  return new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

/** Packs files as torch.save and people do: stored, not compressed. */
export async function zip(files: Readonly<Record<string, Blob>>): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, level: 0 });
  for (const [name, file] of Object.entries(files)) await writer.add(name, new BlobReader(file));
  return writer.close();
}

export function packageOf(result: RpcResult<CheckedAddition>): CheckedPackage {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  if (result.value.kind !== 'package') throw new Error('expected a package, got a rule file');
  return result.value;
}

/** A checked package's network, as the inference worker wants it. */
export function networkOf({ modelPackage, files }: CheckedPackage, role: 'detector' | 'classifier'): NetworkFiles {
  const blob = (wanted: string) => files.find((file) => file.role === wanted)?.file ?? null;
  const weights = blob(`${role}-weights`);
  const location = modelPackage.files.find((file) => file.role === `${role}-weights`)?.name;
  return { model: blob(role)!, weights: weights && { location: location!, file: weights } };
}

/** The package worker and the inference worker, for tests. Who starts them disposes of them. */
export function startPackageBench() {
  const packages = connect<PackageApi>(
    new Worker(new URL('../../workers/package.worker.ts', import.meta.url), { type: 'module' }),
  );
  const networks = connect<InferenceApi>(
    new Worker(new URL('../../workers/inference.worker.ts', import.meta.url), { type: 'module' }),
  );
  const progress: PackageProgress[] = [];

  function checkFiles(files: Readonly<Record<string, Blob>>) {
    progress.length = 0;
    const candidates = Object.entries(files).map(([path, file]) => ({ path, file }));
    return packages.check(candidates, { isDemo: false, threads: 2, backend: 'wasm' }, (step) => progress.push(step));
  }

  /** Files of ../shared/checkpoints, dropped together. */
  async function check(...paths: readonly string[]) {
    const candidates = await Promise.all(paths.map(readCandidate));
    return checkFiles(Object.fromEntries(candidates.map(({ path, file }) => [path, file])));
  }

  return {
    packages,
    /** Of the last check. */
    progress,
    checkFiles,
    async accept(...paths: readonly string[]): Promise<CheckedPackage> {
      return packageOf(await check(...paths));
    },
    async refusal(...paths: readonly string[]) {
      const result = await check(...paths);
      return result.ok ? result.value : { ...result.error, cause: null };
    },
    /** Runs a package on a made-up picture. */
    async infer(checked: CheckedPackage) {
      const { type, detector, classifier } = checked.modelPackage;
      const opened = await networks.open({
        type,
        mode: classifier === null ? 'detections' : 'species',
        speciesPer: 'image',
        targets: [],
        detector: detector && { network: networkOf(checked, 'detector'), description: detector },
        classifier: classifier && { network: networkOf(checked, 'classifier'), description: classifier },
        backend: 'wasm',
        failedBackends: [],
        threads: 2,
      });
      if (!opened.ok) throw new Error(opened.error.message);
      const inferred = await networks.infer(createTinyImage('a.jpg'));
      if (!inferred.ok) throw new Error(inferred.error.message);
      return inferred.value.inference;
    },
    dispose() {
      packages.dispose();
      networks.dispose();
    },
  };
}
