import type { PackageInfo } from '../../domain/model-package';
import { parsePackageInfo } from '../../domain/package-info';
import { ParseError } from '../../domain/parse-error';
import { parseJson } from '../../domain/partial-predictions';
import { findParts, type PackageParts } from './find-parts';
import { PackageError } from './package-error';
import { baseName, findNetwork, INFO_FILE, isNetworkName, type AvailableFile } from './package-files';
import { readPackageText } from './read-package-text';
import { refuseForeignFile } from './refuse-foreign-file';

/** A real one has less than a thousand. */
const LARGEST_INFO_BYTES = 1024 * 1024;

/** What the files are: a package with its parts, or one file that must be something by itself. */
export type FoundPackage =
  | {
      readonly kind: 'package';
      readonly info: PackageInfo;
      readonly infoFile: AvailableFile;
      readonly parts: PackageParts;
    }
  | { readonly kind: 'lone-file'; readonly file: AvailableFile };

/**
 * Finds info.json at any depth and the files it names; without info.json a lone network or another lone file.
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
  if (infoFile === undefined) return { kind: 'lone-file', file: findLoneFile(files) };
  const info = await readInfo(infoFile);
  return { kind: 'package', info, infoFile, parts: findParts(info, infoFile, files) };
}

async function readInfo(file: AvailableFile): Promise<PackageInfo> {
  const blob = await file.open();
  await refuseForeignFile(blob, INFO_FILE, 'text');
  const text = await readPackageText(blob, INFO_FILE, LARGEST_INFO_BYTES);
  const json = readJson(text, file.path);
  try {
    return parsePackageInfo(json);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const key = error.where.replace(/^info\.json(?:: )?/, '') || error.expected;
    throw new PackageError('info-invalid', error.message, { name: INFO_FILE, key }, { cause: error });
  }
}

function readJson(text: string, path: string): unknown {
  try {
    return parseJson(text, path);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw new PackageError('info-not-json', error.message, { name: INFO_FILE }, { cause: error });
  }
}

function findLoneFile(files: readonly AvailableFile[]): AvailableFile {
  // One file of any name is looked at.
  const lone = files.length === 1 ? files[0]! : findNetwork(files);
  if (lone !== null) return lone;
  const networks = files.filter(({ path }) => isNetworkName(path)).length;
  throw new PackageError(
    'nothing-usable',
    networks > 1
      ? `got ${networks} networks without an info.json that says what they are`
      : `expected an info.json, an .onnx file or a checkpoint among ${files.length} files, got none`,
  );
}
