import { fileOf, type ModelPackage } from '../../domain/model-package';
import type { Connection } from '../../rpc/connect';
import type { CheckedPackage, CheckedRuleFile, PackageApi } from '../../rpc/package-api';
import type { AppStorage } from '../../storage/app-storage';
import { conditionOf, type Condition } from './condition';
import { detectorFor, incompletePackages, packageAround, packagesWithRole } from './package-completion';

/** What became of an addition that was stored. `modelPackage` is the package that is there now. */
export interface StoredAddition {
  readonly kind: 'added';
  readonly modelPackage: ModelPackage;
  readonly change: PackageChange;
  /** Packages that are gone now: every stored survey that named one names the other. */
  readonly replaced: readonly Replacement[];
}

export interface Replacement {
  readonly fromId: string;
  readonly toId: string;
}

export type PackageChange =
  | { readonly kind: 'new' }
  /** Nothing was stored: it is there, completed since. */
  | { readonly kind: 'known' }
  /** `detector`: the file name of what was missing. `count`: packages that were waiting for it. */
  | { readonly kind: 'completed'; readonly detector: string; readonly count: number }
  /** `isBeside`: the package with the old detector stays, because surveys have results made with it. */
  | { readonly kind: 'exchanged'; readonly detector: string; readonly isBeside: boolean }
  | { readonly kind: 'updated'; readonly role: 'taxonomy' | 'geofence'; readonly file: string };

export interface RefusedAddition {
  readonly kind: 'refused';
  readonly condition: Condition;
}

export interface SettleTools {
  readonly storage: AppStorage;
  readonly connectPackage: () => Connection<PackageApi>;
  readonly signal: AbortSignal;
  readonly onStoring: (done: number, total: number) => void;
}

/** Stores a package as what it is among the installed ones. Rejects as putPackage, or when `signal` aborts. */
export async function settlePackage(
  checked: CheckedPackage,
  tools: SettleTools,
): Promise<StoredAddition | RefusedAddition> {
  const { modelPackage, files } = checked;
  const installed = await tools.storage.packages.listPackages();
  const waiting = incompletePackages(installed).filter((base) => detectorFor(base, [modelPackage]) !== null);
  if (waiting.length > 0) return completeWith(checked, waiting, tools);
  const around = packageAround(modelPackage, installed);
  if (around !== null) return { kind: 'added', modelPackage: around, change: { kind: 'known' }, replaced: [] };
  const detector = detectorFor(modelPackage, installed);
  if (detector === null) {
    await put(modelPackage, files, tools);
    return { kind: 'added', modelPackage, change: { kind: 'new' }, replaced: [] };
  }
  const combined = await combine(modelPackage, { detectorOf: detector }, tools);
  if (!combined.ok) return combined.refused;
  await put(combined.modelPackage, files, tools);
  return completed(combined.modelPackage, 1, []);
}

/**
 * The detector that packages were waiting for: it becomes part of each and is no package of its own. When it fails after
 * the first (a full disk, a cancel), those that it completed are told, and the others wait on, as the screen shows.
 */
async function completeWith(
  { modelPackage: detectorOf, files }: CheckedPackage,
  waiting: readonly ModelPackage[],
  tools: SettleTools,
): Promise<StoredAddition | RefusedAddition> {
  const replaced: Replacement[] = [];
  let newest: ModelPackage | null = null;
  let count = 0;
  for (const base of waiting) {
    try {
      const combined = await combine(base, { detectorOf }, tools);
      if (!combined.ok && newest === null) return combined.refused;
      if (!combined.ok) break;
      await put(combined.modelPackage, files, tools);
      replaced.push(...(await replacePackage(tools.storage, base.id, combined.modelPackage.id)));
      newest ??= combined.modelPackage; // they are listed newest first
      count += 1;
    } catch (error) {
      if (newest === null) throw error;
      break;
    }
  }
  if (newest === null) throw new Error('completeWith: no package waits for a detector');
  return completed(newest, count, replaced);
}

function completed(modelPackage: ModelPackage, count: number, replaced: readonly Replacement[]): StoredAddition {
  const change = { kind: 'completed', detector: detectorNameOf(modelPackage), count } as const;
  return { kind: 'added', modelPackage, change, replaced };
}

/** Packages that a rule file may update; none is a refusal. */
export async function packagesForRules(
  { part }: CheckedRuleFile,
  storage: AppStorage,
): Promise<readonly ModelPackage[]> {
  return packagesWithRole(part.role, await storage.packages.listPackages());
}

export function noPackageForRules({ part }: CheckedRuleFile): RefusedAddition {
  const details = { name: part.name, role: part.role };
  return { kind: 'refused', condition: { code: 'no-package-for-rules', details, technical: null } };
}

/** Puts a rule file in place of the one that a package has. The person has chosen the package. */
export async function updateRules(
  ruleFile: CheckedRuleFile,
  packageId: string,
  tools: SettleTools,
): Promise<StoredAddition | RefusedAddition> {
  const { part } = ruleFile;
  const base = (await packagesForRules(ruleFile, tools.storage)).find(({ id }) => id === packageId);
  if (base === undefined) return noPackageForRules(ruleFile); // removed while the question was open
  const change = { kind: 'updated', role: part.role, file: part.name } as const;
  if (fileOf(base, part.role)?.sha256 === part.sha256) {
    return { kind: 'added', modelPackage: base, change, replaced: [] };
  }
  const combined = await combine(base, { ruleFile }, tools);
  if (!combined.ok) return combined.refused;
  await put(combined.modelPackage, ruleFile.files, tools);
  const replaced = await replacePackage(tools.storage, base.id, combined.modelPackage.id);
  return { kind: 'added', modelPackage: combined.modelPackage, change, replaced };
}

/**
 * A package with the detector of another. It replaces the old one unless a survey has results made with that: then both
 * stay.
 */
export async function exchangeDetector(
  base: ModelPackage,
  detectorOf: ModelPackage,
  { storage, connectPackage }: Pick<SettleTools, 'storage' | 'connectPackage'>,
  /** True while a run of this tab uses the package: it may have stored nothing yet. */
  isRunning: () => boolean,
): Promise<StoredAddition | RefusedAddition> {
  const combined = await combine(base, { detectorOf }, { connectPackage, signal: new AbortController().signal });
  if (!combined.ok) return combined.refused;
  await storage.packages.putPackage(combined.modelPackage, []); // its files are all here
  const isInUse = isRunning() || (await storage.surveys.hasResultsOf(base.id));
  const replaced = isInUse ? [] : await replacePackage(storage, base.id, combined.modelPackage.id);
  const change = { kind: 'exchanged', detector: detectorNameOf(combined.modelPackage), isBeside: isInUse } as const;
  return { kind: 'added', modelPackage: combined.modelPackage, change, replaced };
}

/** A package with another part; nothing is stored by this. */
async function combine(
  base: ModelPackage,
  addition: Parameters<PackageApi['combine']>[1],
  { connectPackage, signal }: Pick<SettleTools, 'connectPackage' | 'signal'>,
): Promise<
  { readonly ok: true; readonly modelPackage: ModelPackage } | { readonly ok: false; readonly refused: RefusedAddition }
> {
  signal.throwIfAborted();
  const worker = connectPackage();
  const end = () => worker.dispose();
  signal.addEventListener('abort', end);
  try {
    const combined = await worker.combine(base, addition);
    signal.throwIfAborted();
    if (combined.ok) return { ok: true, modelPackage: combined.value };
    return { ok: false, refused: { kind: 'refused', condition: conditionOf(combined.error) } };
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}

function put(
  modelPackage: ModelPackage,
  files: CheckedPackage['files'],
  { storage, signal, onStoring }: SettleTools,
): Promise<void> {
  return storage.packages.putPackage(modelPackage, files, {
    signal,
    onProgress: ({ done, total }) => onStoring(done, total),
  });
}

/** The surveys first: at no moment do they name a package that is not there. */
async function replacePackage(storage: AppStorage, fromId: string, toId: string): Promise<readonly Replacement[]> {
  if (fromId === toId) return [];
  await storage.surveys.changePackage(fromId, toId);
  const { packageId } = await storage.settings.readSettings();
  if (packageId === fromId) await storage.settings.updateSettings({ packageId: toId });
  await storage.packages.removePackage(fromId);
  return [{ fromId, toId }];
}

/** The name under which the person knows the detector: that of the checkpoint, when it came as one. */
export function detectorNameOf(modelPackage: ModelPackage): string {
  return (fileOf(modelPackage, 'detector-weights') ?? fileOf(modelPackage, 'detector'))?.name ?? '';
}
