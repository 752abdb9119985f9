import type { ModelPackage, PackageFile, PackageFileRole } from '../../domain/model-package';
import type { CheckedPackage, CheckOptions, PackageApi, PackageCandidate } from '../../rpc/package-api';
import type { Implementation } from '../../rpc/serve';
import { computeFileHashes, computeSha256 } from '../../weights/sha256';
import { createBlobSource } from '../blob-source';
import type { NetworksRequest } from '../ort/open-networks';
import { configureRuntime } from '../ort/ort-environment';
import type { Trial } from '../ort/try-networks';
import { checkClassifier, type CheckedClassifier } from './check-classifier';
import { checkDetector, type CheckedDetector } from './check-detector';
import { looksLikeClassifier, refuseLoneClassifier } from './check-lone-network';
import { countGeofencedTaxa, countLabels, countTaxa } from './check-texts';
import { combinePackage } from './combine-package';
import { findPackage, type FoundPackage } from './find-package';
import { baseName, listFiles, type AvailableFile, type OnProgress } from './package-files';
import { computePackageId } from './package-id';
import { readNetwork } from './read-network';
import { passedOnWasm, testBackends, testWebGpu } from './test-backends';

/** The worker's side of the PackageApi. */
export function createPackageService(): Implementation<PackageApi> {
  return { check: checkPackage, combine: combinePackage, selfTest: testBackends };
}

/** A file of the package with its role, opened. */
interface OpenedFile {
  readonly role: PackageFileRole;
  readonly name: string;
  readonly file: Blob;
}

interface Facts extends Pick<
  ModelPackage,
  'name' | 'version' | 'type' | 'detector' | 'classifier' | 'counts' | 'notes'
> {
  readonly trial: Trial;
}

function requestOf(
  { detector, classifier }: Pick<ModelPackage, 'detector' | 'classifier'>,
  opened: readonly OpenedFile[],
): NetworksRequest {
  const network = (role: PackageFileRole) => ({
    model: opened.find((part) => part.role === role)!.file,
    weights: null,
  });
  return {
    detector: detector && { network: network('detector'), description: detector },
    classifier: classifier && { network: network('classifier'), description: classifier },
  };
}

/**
 * Checks everything that must hold before a package is stored, cheapest first: files, texts, network headers, then
 * sessions and self-tests on WASM. Memory that the runtime took is free again when the worker ends.
 * @throws PackageError
 */
export async function checkPackage(
  candidates: readonly PackageCandidate[],
  options: CheckOptions,
  onProgress: OnProgress,
): Promise<CheckedPackage> {
  const threads = configureRuntime(options.threads);
  const found = await findPackage(await listFiles(candidates, onProgress));
  const opened = await openFiles(found, onProgress);
  const { trial, ...facts } =
    found.kind === 'package' ? await checkParts(found, opened, onProgress) : await checkLone(opened, onProgress);
  const files = await hashFiles(opened, onProgress);
  const modelPackage: ModelPackage = {
    id: await computePackageId(files),
    isDemo: options.isDemo,
    addedAt: Date.now(),
    files,
    ...facts,
    missingDetector: null,
    importer: null,
    selfTests: [passedOnWasm(trial, threads), ...(await testWebGpu(requestOf(facts, opened), options.backend, trial))],
  };
  return {
    kind: 'package',
    modelPackage,
    files: opened.map(({ role, file }, index) => ({ role, sha256: files[index]!.sha256, file })),
  };
}

async function openFiles(found: FoundPackage, onProgress: OnProgress): Promise<OpenedFile[]> {
  const parts: (readonly [PackageFileRole, AvailableFile | null])[] =
    found.kind === 'lone-network'
      ? [['detector', found.file]]
      : [
          ['info', found.infoFile],
          ['detector', found.parts.detector],
          ['classifier', found.parts.classifier],
          ['labels', found.parts.labels],
          ['taxonomy', found.parts.taxonomy],
          ['geofence', found.parts.geofence],
        ];
  const opened: OpenedFile[] = [];
  for (const [role, part] of parts) {
    if (part === null) continue;
    const name = baseName(part.path);
    onProgress({ step: 'reading', name, done: 0, total: 0 });
    opened.push({ role, name, file: await part.open() });
  }
  return opened;
}

async function checkParts(
  { info }: Extract<FoundPackage, { kind: 'package' }>,
  opened: readonly OpenedFile[],
  onProgress: OnProgress,
): Promise<Facts> {
  const partOf = (role: PackageFileRole) => opened.find((part) => part.role === role) ?? null;
  const count = async (role: PackageFileRole, counting: (file: Blob, name: string) => Promise<number>) => {
    const part = partOf(role);
    return part === null ? 0 : counting(part.file, part.name);
  };
  const labels = await count('labels', countLabels);
  const taxa = await count('taxonomy', countTaxa);
  const geofencedTaxa = await count('geofence', countGeofencedTaxa);
  const [detector, classifier] = [partOf('detector'), partOf('classifier')];
  const detectorModel = detector === null ? null : await readNetwork(detector.file, detector.name);
  const classifierModel = classifier === null ? null : await readNetwork(classifier.file, classifier.name);

  let checkedClassifier: CheckedClassifier | null = null;
  if (classifier !== null && classifierModel !== null) {
    onProgress({ step: 'self-test', name: classifier.name, done: 0, total: 0 });
    checkedClassifier = await checkClassifier(
      { model: classifier.file, weights: null },
      classifierModel,
      classifier.name,
      labels,
    );
  }
  let checkedDetector: CheckedDetector | null = null;
  if (detector !== null && detectorModel !== null) {
    onProgress({ step: 'self-test', name: detector.name, done: 0, total: 0 });
    checkedDetector = await checkDetector({ model: detector.file, weights: null }, detectorModel, detector.name);
  }
  return {
    name: info.version,
    version: info.version,
    type: info.type,
    detector: checkedDetector?.description ?? null,
    classifier: checkedClassifier?.description ?? null,
    counts: { labels, taxa, geofencedTaxa },
    notes: [...(checkedDetector?.notes ?? []), ...(checkedClassifier?.notes ?? [])],
    trial: { detector: checkedDetector?.trial ?? null, classifier: checkedClassifier?.trial ?? null },
  };
}

async function checkLone([network]: readonly OpenedFile[], onProgress: OnProgress): Promise<Facts> {
  if (network === undefined) throw new Error('check package: a lone network has one file');
  const model = await readNetwork(network.file, network.name);
  onProgress({ step: 'self-test', name: network.name, done: 0, total: 0 });
  if (looksLikeClassifier(model))
    return refuseLoneClassifier({ model: network.file, weights: null }, model, network.name);
  const { description, notes, trial } = await checkDetector(
    { model: network.file, weights: null },
    model,
    network.name,
  );
  const version = network.name.replace(/\.onnx$/i, '');
  return {
    name: network.name,
    version,
    type: 'always_crop', // no classifier will ask
    detector: description,
    classifier: null,
    counts: { labels: 0, taxa: 0, geofencedTaxa: 0 },
    notes,
    trial: { detector: trial, classifier: null },
  };
}

async function hashFiles(opened: readonly OpenedFile[], onProgress: OnProgress): Promise<PackageFile[]> {
  const files: PackageFile[] = [];
  for (const { role, name, file } of opened) {
    const onHashed = (done: number) => onProgress({ step: 'hashing', name, done, total: file.size });
    const source = createBlobSource(file);
    const isNetwork = role === 'detector' || role === 'classifier';
    const hashes = isNetwork
      ? await computeFileHashes(source, onHashed)
      : { sha256: await computeSha256(source, onHashed), md5: null };
    files.push({ role, name, size: file.size, ...hashes });
  }
  return files;
}
