import type { PackageInfo } from '../../domain/model-package';
import { detectorFileName, parsePackageInfo } from '../../domain/package-info';
import { ParseError } from '../../domain/parse-error';
import { PackageError } from './package-error';
import { baseName, folderOf, type AvailableFile } from './package-files';
import { refuseForeignFile } from './refuse-foreign-file';

const INFO_FILE = 'info.json';

/** What the files are: a package with its parts, or one network without anything beside it. */
export type FoundPackage =
  | {
      readonly kind: 'package';
      readonly info: PackageInfo;
      readonly infoFile: AvailableFile;
      readonly parts: PackageParts;
    }
  | { readonly kind: 'lone-network'; readonly file: AvailableFile };

/** The files that info.json names; null where it names none. */
export interface PackageParts {
  readonly detector: AvailableFile | null;
  readonly classifier: AvailableFile | null;
  readonly labels: AvailableFile | null;
  readonly taxonomy: AvailableFile | null;
  readonly geofence: AvailableFile | null;
}

/**
 * Finds info.json at any depth and the files it names beside it; without info.json a lone .onnx file.
 * @throws PackageError when there is no package, more than one, or a named file is missing.
 */
export async function findPackage(files: readonly AvailableFile[]): Promise<FoundPackage> {
  const infos = files.filter(({ path }) => baseName(path) === INFO_FILE);
  if (infos.length > 1) {
    const paths = infos.map(({ path }) => path).join(', ');
    throw new PackageError('several-packages', `expected one info.json, got ${infos.length}: ${paths}`, {
      name: INFO_FILE,
      count: infos.length,
    });
  }
  const [infoFile] = infos;
  if (infoFile === undefined) return findLoneNetwork(files);
  const info = await readInfo(infoFile);
  return { kind: 'package', info, infoFile, parts: findParts(info, folderOf(infoFile.path), files) };
}

async function readInfo(file: AvailableFile): Promise<PackageInfo> {
  const blob = await file.open();
  await refuseForeignFile(blob, INFO_FILE, 'text');
  try {
    return parsePackageInfo(JSON.parse(await blob.text()));
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new PackageError('info-not-json', `${file.path}: ${error.message}`, { name: INFO_FILE }, { cause: error });
    }
    if (!(error instanceof ParseError)) throw error;
    const key = error.where.replace(/^info\.json(?:: )?/, '') || error.expected;
    throw new PackageError('info-invalid', error.message, { name: INFO_FILE, key }, { cause: error });
  }
}

function findParts(info: PackageInfo, folder: string, files: readonly AvailableFile[]): PackageParts {
  const find = (key: string, names: readonly string[]) => {
    const found = names
      .map((name) => files.find(({ path }) => path === folder + name))
      .find((file) => file !== undefined);
    if (found !== undefined) return found;
    const name = names[0] ?? '';
    const alternatives = names.length > 1 ? ` (or "${names.slice(1).join('", "')}")` : '';
    throw new PackageError('file-missing', `info.json: ${key}: "${name}"${alternatives} is not beside info.json`, {
      name,
      key,
    });
  };
  const named = (key: string, name: string | null) => (name === null ? null : find(key, [name]));
  return {
    detector: info.detector === null ? null : find('detector', detectorNames(info.detector)),
    classifier: named('classifier', info.classifier),
    labels: named('classifier_labels', info.classifierLabels),
    taxonomy: named('taxonomy', info.taxonomy),
    geofence: named('geofence', info.geofence),
  };
}

/** For an address: the name that the reference gives the download, or the one that a browser gives it. */
function detectorNames(detector: string): readonly string[] {
  const local = detectorFileName(detector);
  if (local === detector) return [detector];
  return [local, baseName(detector.split(/[?#]/)[0] ?? '')];
}

async function findLoneNetwork(files: readonly AvailableFile[]): Promise<FoundPackage> {
  const networks = files.filter(({ path }) => path.toLowerCase().endsWith('.onnx'));
  const [first] = networks.length > 0 ? networks : files;
  if (networks.length > 1) {
    throw new PackageError(
      'nothing-usable',
      `got ${networks.length} networks without an info.json that says what they are`,
    );
  }
  // One file of any name is looked at; among many files a PyTorch checkpoint deserves its own words.
  const suspect =
    networks.length === 1 || files.length === 1 ? first : files.find(({ path }) => /\.(?:pt|pth)$/i.test(path));
  if (suspect === undefined) {
    throw new PackageError(
      'nothing-usable',
      `expected an info.json or an .onnx file among ${files.length} files, got neither`,
    );
  }
  await refuseForeignFile(await suspect.open(), baseName(suspect.path), 'network');
  return { kind: 'lone-network', file: suspect };
}
