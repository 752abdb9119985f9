import { parseLabels } from '../../domain/label-list';
import { mergeRefusalOf } from '../../domain/merge-refusal';
import type { ModelPackage } from '../../domain/model-package';
import type { SurveyFileHeader, SurveyFilePackage } from '../../domain/survey-file';
import type { AppStorage } from '../../storage/app-storage';
import type { Condition } from './condition';
import { ownPackageOf } from './merge-work';
import type { OpenSession } from './open-session';

/** With which package's labels and rules facts are brought in; `isAdopted`: the survey has another one now, or none. */
export interface PackageForMerge {
  readonly own: SurveyFilePackage;
  readonly labels: readonly string[];
  readonly isAdopted: boolean;
}

/** The package is none of this survey's, or of this browser's. */
export interface RefusedMerge {
  readonly condition: Condition;
}

/**
 * Finds the package that the facts of a survey file belong to. A survey with facts keeps its package; one without takes over
 * theirs, when it is in this browser.
 */
export async function findPackageForMerge(
  packages: AppStorage['packages'],
  session: OpenSession,
  header: SurveyFileHeader,
): Promise<PackageForMerge | RefusedMerge> {
  const theirs = ownPackageOf(header);
  const { settings, counts } = session.survey();
  const known = settings.packageId === null ? null : await packages.readPackage(settings.packageId);
  const own = known === null ? null : await describePackage(packages, known.modelPackage);
  const details = { name: theirs?.name ?? '', own: own?.name ?? '' };
  if (theirs === null) return refused('merge-no-package', details);
  const refusal = own === null ? 'no-own-package' : mergeRefusalOf(own, theirs);
  if (own !== null && refusal === null) return { own, labels: own.labels, isAdopted: false };
  if (counts.done > 0) return refused(`merge-${refusal ?? 'other-labels'}`, details);
  for (const candidate of await candidatesFor(packages, theirs.id)) {
    const described = await describePackage(packages, candidate);
    if (mergeRefusalOf(described, theirs) === null)
      return { own: described, labels: described.labels, isAdopted: true };
  }
  return refused('merge-package-missing', details);
}

/** The same package first, then all that are installed: another one may have the same labels. */
async function candidatesFor(packages: AppStorage['packages'], id: string): Promise<readonly ModelPackage[]> {
  const same = await packages.readPackage(id);
  const installed = await packages.listPackages();
  return same === null ? installed : [same.modelPackage, ...installed];
}

type DescribedPackage = SurveyFilePackage & { readonly labels: readonly string[] };

async function describePackage(packages: AppStorage['packages'], found: ModelPackage): Promise<DescribedPackage> {
  const { labels } = await packages.readRuleTexts(found);
  const { id, name, version, type } = found;
  return { id, name, version, type, labels: labels === null ? [] : parseLabels(labels) };
}

function refused(code: string, details: Condition['details']): RefusedMerge {
  return { condition: { code, details, technical: null } };
}
