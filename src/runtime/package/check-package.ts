import type { ModelPackage, PackageFile, PackageFileRole } from '../../domain/model-package';
import type { CheckedPackage, PackageApi, PackageCandidate } from '../../rpc/package-api';
import type { Implementation } from '../../rpc/serve';
import { computeSha256, computeTextSha256 } from '../../weights/sha256';
import { createBlobSource } from '../blob-source';
import { configureRuntime } from '../ort/ort-environment';
import { checkClassifier, type CheckedClassifier } from './check-classifier';
import { checkDetector, type CheckedDetector } from './check-detector';
import { looksLikeClassifier, refuseLoneClassifier } from './check-lone-network';
import { countGeofencedTaxa, countLabels, countTaxa } from './check-texts';
import { findPackage, type FoundPackage } from './find-package';
import { baseName, listFiles, type AvailableFile, type OnProgress } from './package-files';
import { readNetwork } from './read-network';

/** The worker's side of the PackageApi. */
export function createPackageService(): Implementation<PackageApi> {
  return { check: checkPackage };
}

/** A file of the package with its role, opened. */
interface OpenedFile {
  readonly role: PackageFileRole;
  readonly name: string;
  readonly file: Blob;
}

type Facts = Pick<ModelPackage, 'name' | 'version' | 'type' | 'detector' | 'classifier' | 'counts' | 'notes'>;

/**
 * Checks everything that must hold before a package is stored, cheapest first: files, texts, network headers, then
 * sessions and self-tests on WASM. Memory that the runtime took is free again when the worker ends.
 * @throws PackageError
 */
export async function checkPackage(
  candidates: readonly PackageCandidate[],
  options: { readonly isDemo: boolean; readonly threads: number | null },
  onProgress: OnProgress,
): Promise<CheckedPackage> {
  configureRuntime(options.threads);
  const found = await findPackage(await listFiles(candidates, onProgress));
  const opened = await openFiles(found, onProgress);
  const facts =
    found.kind === 'package' ? await checkParts(found, opened, onProgress) : await checkLone(opened, onProgress);
  const files = await hashFiles(opened, onProgress);
  const modelPackage: ModelPackage = {
    id: await computeTextSha256(
      files
        .map(({ role, sha256 }) => `${role} ${sha256}\n`)
        .sort()
        .join(''),
    ),
    isDemo: options.isDemo,
    addedAt: Date.now(),
    files,
    ...facts,
  };
  return {
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
    checkedClassifier = await checkClassifier(classifier.file, classifierModel, classifier.name, labels);
  }
  let checkedDetector: CheckedDetector | null = null;
  if (detector !== null && detectorModel !== null) {
    onProgress({ step: 'self-test', name: detector.name, done: 0, total: 0 });
    checkedDetector = await checkDetector(detector.file, detectorModel, detector.name);
  }
  return {
    name: info.version,
    version: info.version,
    type: info.type,
    detector: checkedDetector?.description ?? null,
    classifier: checkedClassifier?.description ?? null,
    counts: { labels, taxa, geofencedTaxa },
    notes: [...(checkedDetector?.notes ?? []), ...(checkedClassifier?.notes ?? [])],
  };
}

async function checkLone([network]: readonly OpenedFile[], onProgress: OnProgress): Promise<Facts> {
  if (network === undefined) throw new Error('check package: a lone network has one file');
  const model = await readNetwork(network.file, network.name);
  onProgress({ step: 'self-test', name: network.name, done: 0, total: 0 });
  if (looksLikeClassifier(model)) return refuseLoneClassifier(network.file, model, network.name);
  const { description, notes } = await checkDetector(network.file, model, network.name);
  const version = network.name.replace(/\.onnx$/i, '');
  return {
    name: network.name,
    version,
    type: 'always_crop', // no classifier will ask
    detector: description,
    classifier: null,
    counts: { labels: 0, taxa: 0, geofencedTaxa: 0 },
    notes,
  };
}

async function hashFiles(opened: readonly OpenedFile[], onProgress: OnProgress): Promise<PackageFile[]> {
  const files: PackageFile[] = [];
  for (const { role, name, file } of opened) {
    const sha256 = await computeSha256(createBlobSource(file), (done) =>
      onProgress({ step: 'hashing', name, done, total: file.size }),
    );
    files.push({ role, name, size: file.size, sha256 });
  }
  return files;
}
