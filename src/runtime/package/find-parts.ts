import type { PackageInfo } from '../../domain/model-package';
import { detectorFileName } from '../../domain/package-info';
import { PackageError } from './package-error';
import { baseName, findNetwork, folderOf, type AvailableFile } from './package-files';

/** The files that info.json names; null where it names none. */
export interface PackageParts {
  readonly detector: AvailableFile | null;
  readonly classifier: AvailableFile | null;
  readonly labels: AvailableFile | null;
  readonly taxonomy: AvailableFile | null;
  readonly geofence: AvailableFile | null;
  /** The file name of a detector that info.json names and that is not there; a classifier is. */
  readonly missingDetector: string | null;
}

/** Finds the files that info.json names beside it; the detector may be missing, or have come separately. */
export function findParts(info: PackageInfo, infoFile: AvailableFile, files: readonly AvailableFile[]): PackageParts {
  const folder = folderOf(infoFile.path);
  const beside = (name: string) =>
    files.find(({ path, archive }) => path === folder + name && archive === infoFile.archive) ?? null;
  const named = (key: string, name: string | null) => {
    const found = name === null ? null : beside(name);
    if (name !== null && found === null) throw missing(key, [name]);
    return found;
  };
  const others = {
    classifier: named('classifier', info.classifier),
    labels: named('classifier_labels', info.classifierLabels),
    taxonomy: named('taxonomy', info.taxonomy),
    geofence: named('geofence', info.geofence),
  };
  if (info.detector === null) return { ...others, detector: null, missingDetector: null };
  const names = detectorNames(info.detector);
  const detector = names.map(beside).find((file) => file !== null) ?? findElsewhere(names, infoFile, files);
  if (detector !== null) return { ...others, detector, missingDetector: null };
  if (others.classifier === null) throw missing('detector', names);
  return { ...others, detector: null, missingDetector: baseName(names.at(-1)!) };
}

/** A detector is published by itself: it may lie in another folder, or have been given together with the archive. */
function findElsewhere(
  names: readonly string[],
  infoFile: AvailableFile,
  files: readonly AvailableFile[],
): AvailableFile | null {
  const byName = files.find(({ path }) => names.some((name) => baseName(name) === baseName(path)));
  const folder = folderOf(infoFile.path);
  const isElsewhere = ({ path, archive }: AvailableFile) => archive !== infoFile.archive || !path.startsWith(folder);
  return byName ?? findNetwork(files.filter(isElsewhere));
}

/** For an address: the name that the reference gives the download, and last the one that a browser gives it. */
function detectorNames(detector: string): readonly string[] {
  const local = detectorFileName(detector);
  return local === detector ? [detector] : [local, baseName(detector.split(/[?#]/)[0] ?? '')];
}

function missing(key: string, names: readonly string[]): PackageError {
  const name = names[0] ?? '';
  const alternatives = names.length > 1 ? ` (or "${names.slice(1).join('", "')}")` : '';
  return new PackageError('file-missing', `info.json: ${key}: "${name}"${alternatives} is not beside info.json`, {
    name,
    key,
  });
}
