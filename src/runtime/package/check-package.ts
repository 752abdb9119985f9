import type { ModelPackage, PackageFile } from '../../domain/model-package';
import type {
  CheckedAddition,
  CheckedPackage,
  CheckOptions,
  PackageApi,
  PackageCandidate,
} from '../../rpc/package-api';
import type { Implementation } from '../../rpc/serve';
import { computeFileHashes, computeSha256 } from '../../weights/sha256';
import { createBlobSource } from '../blob-source';
import { configureRuntime } from '../ort/ort-environment';
import { checkLone, checkParts, type CheckedParts, type PartFile } from './check-parts';
import { checkRuleFile } from './check-rule-file';
import { combinePackage } from './combine-package';
import { findPackage } from './find-package';
import { PackageError } from './package-error';
import { baseName, isNetworkName, listFiles, type OnProgress } from './package-files';
import { computePackageId } from './package-id';
import { createQuantiseService } from './quantise-service';
import { createSparseProgress } from './sparse-progress';
import { passedOnWasm, testBackends, testWebGpu } from './test-backends';

/** The worker's side of the PackageApi. */
export function createPackageService(): Implementation<PackageApi> {
  return { check: checkPackage, combine: combinePackage, selfTest: testBackends, ...createQuantiseService() };
}

/**
 * Checks everything that must hold before a package is stored: files, texts, checkpoints and network headers, then
 * sessions and self-tests on WASM. WebGPU is tried too, and refuses nothing. Memory that the runtime took is free again
 * when the worker ends.
 * @throws PackageError
 */
export async function checkPackage(
  candidates: readonly PackageCandidate[],
  options: CheckOptions,
  onEveryProgress: OnProgress,
): Promise<CheckedAddition> {
  const onProgress = createSparseProgress(onEveryProgress);
  const threads = await configureRuntime(options.threads);
  const files = await listFiles(candidates, onProgress);
  const found = await findPackage(files);
  if (found.kind === 'lone-file' && !isNetworkName(found.file.path)) {
    const ruleFile = await checkRuleFile(found.file);
    if (ruleFile !== null) return ruleFile;
    if (found.file.archive !== null) throw nothingIn(found.file.archive, found.file.path);
  }
  const checked =
    found.kind === 'package'
      ? await checkParts(found, files, onProgress)
      : await checkLone(found.file, files, onProgress);
  return describePackage(checked, options, threads, onProgress);
}

function nothingIn(archive: string, path: string): PackageError {
  const name = baseName(archive);
  return new PackageError('nothing-usable', `"${name}" holds only "${path}"; expected a package with its info.json`, {
    name,
  });
}

async function describePackage(
  { files: parts, facts, networks, trial }: CheckedParts,
  { isDemo, backend }: CheckOptions,
  threads: number,
  onProgress: OnProgress,
): Promise<CheckedPackage> {
  const selfTests = [passedOnWasm(trial, threads), ...(await testWebGpu(networks, backend, trial))];
  const files: PackageFile[] = [];
  for (const part of parts) files.push(await describeFile(part, onProgress));
  const id = await computePackageId(files);
  const modelPackage: ModelPackage = { id, isDemo, addedAt: Date.now(), files, selfTests, ...facts };
  return {
    kind: 'package',
    modelPackage,
    files: parts.map(({ role, file }, index) => ({ role, sha256: files[index]!.sha256, file })),
  };
}

async function describeFile({ role, name, file, origin }: PartFile, onProgress: OnProgress): Promise<PackageFile> {
  const onHashed = (done: number) => onProgress({ step: 'hashing', name, done, total: file.size });
  const source = createBlobSource(file);
  const described = { role, name, size: file.size };
  if (!/^(?:detector|classifier)/.test(role)) {
    return { ...described, sha256: await computeSha256(source, onHashed), md5: null };
  }
  const { sha256, md5 } = await computeFileHashes(source, onHashed);
  if (origin === null) return { ...described, sha256, md5 };
  const { md5: originMd5 } = await computeFileHashes(createBlobSource(origin), () => undefined);
  return { ...described, sha256, md5: originMd5 };
}
