import type { ModelPackage, PackageFileRole } from '../../domain/model-package';
import type { NetworksRequest } from '../ort/open-networks';
import type { Trial } from '../ort/try-networks';
import { checkClassifier } from './check-classifier';
import { checkDetector } from './check-detector';
import { looksLikeClassifier, refuseLoneClassifier } from './check-lone-network';
import { countGeofencedTaxa, countLabels, countTaxa } from './check-texts';
import type { FoundPackage } from './find-package';
import { checkForms, openNetworkSource, type NetworkSource, type ReadyNetwork } from './network-source';
import { baseName, type AvailableFile, type OnProgress } from './package-files';

/** A file that belongs to the package. */
export interface PartFile {
  readonly role: PackageFileRole;
  readonly name: string;
  readonly file: Blob;
  /** The file by whose MD5 a network is recognised, where it is not `file` itself. */
  readonly origin: Blob | null;
}

/** A package whose parts passed. */
export interface CheckedParts {
  readonly files: readonly PartFile[];
  readonly facts: Pick<
    ModelPackage,
    'name' | 'version' | 'type' | 'detector' | 'classifier' | 'counts' | 'notes' | 'missingDetector' | 'importer'
  >;
  readonly networks: NetworksRequest;
  /** What the networks answered on WASM. */
  readonly trial: Trial;
}

/** Checks the parts of a package, cheapest first: texts, then network headers, then sessions. @throws PackageError */
export async function checkParts(
  { info, infoFile, parts }: Extract<FoundPackage, { kind: 'package' }>,
  files: readonly AvailableFile[],
  onProgress: OnProgress,
): Promise<CheckedParts> {
  const texts: PartFile[] = [await openText('info', infoFile)];
  const count = async (
    role: PackageFileRole,
    part: AvailableFile | null,
    counting: (file: Blob, name: string) => Promise<number>,
  ) => {
    if (part === null) return 0;
    onProgress({ step: 'reading', name: baseName(part.path), done: 0, total: 0 });
    const text = await openText(role, part);
    texts.push(text);
    return counting(text.file, text.name);
  };
  const labels = await count('labels', parts.labels, countLabels);
  const taxa = await count('taxonomy', parts.taxonomy, countTaxa);
  const geofencedTaxa = await count('geofence', parts.geofence, countGeofencedTaxa);

  const open = (part: AvailableFile | null) => part && openNetworkSource(part, files, onProgress);
  const detectorSource = await open(parts.detector);
  const classifierSource = await open(parts.classifier);
  const classifier =
    classifierSource &&
    (await check(classifierSource, onProgress, (network, name) =>
      checkClassifier(network.files, network.model, name, labels),
    ));
  const detector =
    detectorSource &&
    (await check(detectorSource, onProgress, (network, name) => checkDetector(network.files, network.model, name)));

  const importers = [detector, classifier].flatMap((part) => (part ? [part.network.importer] : []));
  return {
    files: [
      ...texts.slice(0, 1),
      ...filesOf('detector', detector?.network ?? null),
      ...filesOf('classifier', classifier?.network ?? null),
      ...texts.slice(1),
    ],
    facts: {
      name: info.version,
      version: info.version,
      type: info.type,
      detector: detector?.checked.description ?? null,
      classifier: classifier?.checked.description ?? null,
      counts: { labels, taxa, geofencedTaxa },
      notes: [...(detector?.checked.notes ?? []), ...(classifier?.checked.notes ?? [])],
      missingDetector: parts.missingDetector,
      importer: importers.includes(null) ? null : (importers[0] ?? null), // of one check: the same version
    },
    networks: {
      detector: detector && { network: detector.network.files, description: detector.checked.description },
      classifier: classifier && { network: classifier.network.files, description: classifier.checked.description },
    },
    trial: { detector: detector?.checked.trial ?? null, classifier: classifier?.checked.trial ?? null },
  };
}

/** Checks a network without anything that says what it is: a detector. @throws PackageError */
export async function checkLone(
  file: AvailableFile,
  files: readonly AvailableFile[],
  onProgress: OnProgress,
): Promise<CheckedParts> {
  const source = await openNetworkSource(file, files, onProgress);
  const { network, checked } = await check(source, onProgress, (ready, name) =>
    looksLikeClassifier(ready.model)
      ? refuseLoneClassifier(ready.files, ready.model, name)
      : checkDetector(ready.files, ready.model, name),
  );
  const { description, notes, trial } = checked;
  return {
    files: filesOf('detector', network),
    facts: {
      name: source.name,
      version: source.name.replace(/\.(?:onnx|pt|pth)$/i, ''),
      type: 'always_crop', // no classifier will ask
      detector: description,
      classifier: null,
      counts: { labels: 0, taxa: 0, geofencedTaxa: 0 },
      notes,
      missingDetector: null,
      importer: network.importer,
    },
    networks: { detector: { network: network.files, description }, classifier: null },
    trial: { detector: trial, classifier: null },
  };
}

async function openText(role: PackageFileRole, part: AvailableFile): Promise<PartFile> {
  return { role, name: baseName(part.path), file: await part.open(), origin: null };
}

function check<Checked>(
  source: NetworkSource,
  onProgress: OnProgress,
  checking: (network: ReadyNetwork, name: string) => Promise<Checked>,
) {
  return checkForms(source, (network) => {
    onProgress({ step: 'self-test', name: source.name, done: 0, total: 0 });
    return checking(network, source.name);
  });
}

function filesOf(role: 'detector' | 'classifier', network: ReadyNetwork | null): PartFile[] {
  if (network === null) return [];
  const { model, weights } = network.files;
  const part: PartFile = { role, name: network.name, file: model, origin: network.origin };
  if (weights === null) return [part];
  return [part, { role: `${role}-weights`, name: weights.location, file: weights.file, origin: null }];
}
