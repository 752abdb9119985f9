import { withoutFastDetector } from '../domain/fast-detector/fast-detector';
import {
  fileOf,
  type FastDetector,
  type ModelPackage,
  type PackageFile,
  type PackageFileRole,
} from '../domain/model-package';
import type { Databases } from './databases';
import type { FileStore } from './file-store';
import { createPackageRecords, type KnownPackage } from './package-records';
import { StorageError } from './storage-error';

export interface PackageBytes {
  readonly sha256: string;
  readonly file: Blob;
}

export interface PutPackageOptions {
  /** Bytes over all files of the package. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

/** The texts that the rules are made of; null where the package has none. */
export interface RuleTexts {
  readonly labels: string | null;
  readonly taxonomy: string | null;
  readonly geofence: string | null;
}

export interface PackageStore {
  /** Installed packages, the newest first. */
  readonly listPackages: () => Promise<readonly ModelPackage[]>;
  readonly readPackage: (id: string) => Promise<KnownPackage | null>;
  /** Stores the files, then the record: a package is there as a whole or not at all. Rejects as FileStore.storeFile. */
  readonly putPackage: (
    modelPackage: ModelPackage,
    files: readonly PackageBytes[],
    options?: PutPackageOptions,
  ) => Promise<void>;
  /**
   * Stores a fast detector with an installed package, in place of an earlier one. False when the package is not installed any
   * more. Rejects as FileStore.storeFile, and `storage-damaged` when a file of it is not there; then nothing of it remains.
   */
  readonly putFastDetector: (id: string, fast: FastDetector, files: readonly PackageBytes[]) => Promise<boolean>;
  readonly removeFastDetector: (id: string) => Promise<void>;
  /** Removes the networks at once; labels, taxonomy and geofence stay as long as a survey uses the package. */
  readonly removePackage: (id: string) => Promise<void>;
  /** Packages whose files are not all here any more count as removed from now on. Returns one missing file of each. */
  readonly takeOutIncomplete: () => Promise<readonly PackageFile[]>;
  readonly readRuleTexts: (modelPackage: ModelPackage) => Promise<RuleTexts>;
  /** The stored bytes of a role, or null when the package has no such file. Rejects `storage-damaged` when removed. */
  readonly readPackageFile: (modelPackage: ModelPackage, role: PackageFileRole) => Promise<Blob | null>;
  /** Removes what no package and no survey needs any more: records and files. Returns the bytes that became free. */
  readonly removeLeftovers: () => Promise<number>;
}

const RULE_ROLES: readonly PackageFileRole[] = ['info', 'labels', 'taxonomy', 'geofence'];

export function createPackageStore(
  { prefix, packages }: Databases,
  files: FileStore,
  /** Packages that surveys name, those of deleted surveys that can still be restored included. */
  packageIdsInUse: () => Promise<ReadonlySet<string>>,
): PackageStore {
  // Writers share this lock, clean-up wants it alone: files whose package record is still to come are not leftovers.
  const lockName = `${prefix}-packages`;
  const records = createPackageRecords(packages);

  async function putFiles(bytes: readonly PackageBytes[], { onProgress, signal }: PutPackageOptions) {
    const total = bytes.reduce((sum, { file }) => sum + file.size, 0);
    let before = 0;
    for (const { sha256, file } of bytes) {
      const start = before;
      await files.storeFile(sha256, file, {
        onProgress: (done) => onProgress?.({ done: start + done, total }),
        ...(signal ? { signal } : {}),
      });
      before += file.size;
      onProgress?.({ done: before, total });
    }
  }

  /** Parts of another package are taken as stored: it may have been removed in the meantime, in another tab too. */
  async function requireFiles({ id, files: parts }: Pick<ModelPackage, 'id' | 'files'>): Promise<void> {
    const stored = new Set((await files.listFiles()).map(({ sha256 }) => sha256));
    const missing = parts.find(({ sha256 }) => !stored.has(sha256));
    if (missing === undefined) return;
    throw new StorageError('storage-damaged', `package ${id}: "${missing.name}" is not stored any more`);
  }

  /** The same files added once more are the same package: what was made of it stays. */
  async function withKnownFastDetector(modelPackage: ModelPackage): Promise<ModelPackage> {
    const known = await records.read(modelPackage.id);
    const fastDetector = known?.isInstalled === true ? known.modelPackage.fastDetector : undefined;
    return fastDetector === undefined ? modelPackage : { fastDetector, ...modelPackage };
  }

  async function removeLeftovers(): Promise<number> {
    const freed = await navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
      if (lock === null) return 0; // a package is just being added; the next start cleans up
      const inUse = await packageIdsInUse();
      const referenced = new Set<string>();
      for (const { modelPackage, isInstalled } of await records.readAll()) {
        if (!isInstalled && !inUse.has(modelPackage.id)) {
          await records.remove(modelPackage.id);
          continue;
        }
        const kept = modelPackage.files.filter(({ role }) => isInstalled || RULE_ROLES.includes(role));
        const fast = isInstalled ? (modelPackage.fastDetector?.files ?? []) : [];
        for (const { sha256 } of [...kept, ...fast]) referenced.add(sha256);
      }
      return files.removeUnreferencedFiles(referenced);
    });
    return freed;
  }

  const readPackageFile = async (modelPackage: ModelPackage, role: PackageFileRole) => {
    const file = fileOf(modelPackage, role);
    return file === null ? null : files.readFile(file.sha256);
  };
  const readText = async (modelPackage: ModelPackage, role: PackageFileRole) =>
    (await readPackageFile(modelPackage, role))?.text() ?? null;

  return {
    async listPackages() {
      const installed = (await records.readAll()).filter(({ isInstalled }) => isInstalled);
      return installed.map(({ modelPackage }) => modelPackage).sort((a, b) => b.addedAt - a.addedAt);
    },

    readPackage: records.read,

    async putPackage(modelPackage, bytes, options = {}) {
      try {
        await navigator.locks.request(lockName, { mode: 'shared' }, async () => {
          await putFiles(bytes, options);
          await requireFiles(modelPackage);
          await records.put(await withKnownFastDetector(modelPackage), true);
        });
      } catch (error) {
        // The files that were complete before the failure: the first error is the one to tell.
        await removeLeftovers().catch(() => undefined);
        throw error;
      }
    },

    async putFastDetector(id, fastDetector, bytes) {
      try {
        return await navigator.locks.request(lockName, { mode: 'shared' }, async () => {
          await putFiles(bytes, {});
          await requireFiles({ id, files: fastDetector.files });
          return records.changeInstalled(id, (modelPackage) => ({ ...modelPackage, fastDetector }));
        });
      } finally {
        // The files of an earlier one, or of this one when it was not put. What is left is removed at the next start.
        await removeLeftovers().catch(() => undefined);
      }
    },

    async removeFastDetector(id) {
      await records.changeInstalled(id, withoutFastDetector);
      await removeLeftovers();
    },

    async removePackage(id) {
      const known = await records.read(id);
      if (known === null) return;
      await records.put(withoutFastDetector(known.modelPackage), false);
      await removeLeftovers();
    },

    async takeOutIncomplete() {
      const stored = new Set((await files.listFiles()).map(({ sha256 }) => sha256));
      const missing: PackageFile[] = [];
      for (const { modelPackage, isInstalled } of await records.readAll()) {
        const gone = modelPackage.files.find(({ sha256 }) => !stored.has(sha256));
        const isFastGone = modelPackage.fastDetector?.files.some(({ sha256 }) => !stored.has(sha256)) === true;
        // It can be made again at any time: without it the package is still whole.
        if (isFastGone && gone === undefined) await records.put(withoutFastDetector(modelPackage), isInstalled);
        if (!isInstalled || gone === undefined) continue;
        await records.put(withoutFastDetector(modelPackage), false);
        missing.push(gone);
      }
      return missing;
    },

    async readRuleTexts(modelPackage) {
      const [labels, taxonomy, geofence] = await Promise.all([
        readText(modelPackage, 'labels'),
        readText(modelPackage, 'taxonomy'),
        readText(modelPackage, 'geofence'),
      ]);
      return { labels, taxonomy, geofence };
    },

    readPackageFile,
    removeLeftovers,
  };
}
