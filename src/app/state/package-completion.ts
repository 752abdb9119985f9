import type { DetectionCategory } from '../../domain/detection';
import { fileOf, type ModelPackage, type PackageFile } from '../../domain/model-package';

/** MegaDetector's classes in its order: animal, person, vehicle. */
const MEGADETECTOR_CATEGORIES: readonly DetectionCategory[] = ['1', '2', '3'];

/** A package that is only a detector: by itself, or as the missing part of another. */
function isLoneDetector({ detector, classifier, isDemo }: ModelPackage): boolean {
  return detector !== null && classifier === null && !isDemo;
}

/** Packages that wait for their detector. */
export function incompletePackages(installed: readonly ModelPackage[]): readonly ModelPackage[] {
  return installed.filter(({ missingDetector, detector, isDemo }) => isMissing(missingDetector, detector) && !isDemo);
}

/** Lone detectors that a package could use instead of the one it has, the newest first. */
export function otherDetectors(owner: ModelPackage, installed: readonly ModelPackage[]): readonly ModelPackage[] {
  const own = fileOf(owner, 'detector')?.sha256;
  return newestFirst(installed.filter(isLoneDetector)).filter(
    (candidate) => owner.classifier !== null && !owner.isDemo && fileOf(candidate, 'detector')?.sha256 !== own,
  );
}

/**
 * The installed lone detector that a package without its detector takes: the one with the file name that its info.json
 * gives, else the newest with MegaDetector's three classes. Null when there is none.
 */
export function detectorFor(incomplete: ModelPackage, installed: readonly ModelPackage[]): ModelPackage | null {
  const { missingDetector, detector } = incomplete;
  if (!isMissing(missingDetector, detector)) return null;
  const lone = newestFirst(installed.filter(isLoneDetector));
  return lone.find((candidate) => isNamed(candidate, missingDetector)) ?? lone.find(isMegaDetectorLike) ?? null;
}

/** Packages that a rule file of this role may update, the newest first: those that have such a file. */
export function packagesWithRole(
  role: 'taxonomy' | 'geofence',
  installed: readonly ModelPackage[],
): readonly ModelPackage[] {
  return newestFirst(installed.filter((candidate) => !candidate.isDemo && fileOf(candidate, role) !== null));
}

/** The installed package that holds every file of this one and more: the same package, completed since. */
export function packageAround(part: ModelPackage, installed: readonly ModelPackage[]): ModelPackage | null {
  const holds = (whole: ModelPackage, { role, sha256 }: PackageFile) => fileOf(whole, role)?.sha256 === sha256;
  return (
    installed.find(
      (whole) =>
        whole.id !== part.id &&
        part.missingDetector !== null &&
        whole.detector !== null &&
        part.files.every((file) => holds(whole, file)),
    ) ?? null
  );
}

const isMissing = (missing: string | null, detector: ModelPackage['detector']): missing is string =>
  missing !== null && detector === null;

/** info.json gives an address or its local form, in which slashes are underscores; endings change on conversion. */
function isNamed(candidate: ModelPackage, missing: string): boolean {
  const wanted = stemOf(missing);
  return [fileOf(candidate, 'detector'), fileOf(candidate, 'detector-weights')].some(
    (file) => file !== null && (wanted === stemOf(file.name) || /[_/]$/.test(cutEnd(wanted, stemOf(file.name)))),
  );
}

const stemOf = (name: string): string => name.replace(/\.(?:onnx|pt|pth)$/i, '').toLowerCase();

/** The text without this ending; '' when it does not end so. */
const cutEnd = (text: string, ending: string): string => (text.endsWith(ending) ? text.slice(0, -ending.length) : '');

function isMegaDetectorLike({ detector }: ModelPackage): boolean {
  const categories = detector?.categories ?? [];
  return (
    categories.length === MEGADETECTOR_CATEGORIES.length &&
    MEGADETECTOR_CATEGORIES.every((category, index) => categories[index] === category)
  );
}

const newestFirst = (packages: readonly ModelPackage[]): readonly ModelPackage[] =>
  [...packages].sort((a, b) => b.addedAt - a.addedAt);
