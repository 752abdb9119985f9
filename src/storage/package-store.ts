import { promisifyRequest } from 'idb-keyval';
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
import { upgradeRecord, versionOf, type RecordForm } from './record-version';
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

/** `isInstalled` false: removed by the person, its rule files are kept because surveys still need them. */
export interface KnownPackage {
  readonly modelPackage: ModelPackage;
  readonly isInstalled: boolean;
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

interface PackageRecord {
  readonly version: number;
  readonly modelPackage: ModelPackage;
  readonly isInstalled: boolean;
}

const form: RecordForm = { name: 'model package', steps: [addImportFacts] };
export const upgradePackage = (record: unknown) => upgradeRecord(record, form) as PackageRecord;

/** To version 2: checkpoints, packages without their detector, self-tests. Nothing of it was known before. */
function addImportFacts(record: object): object {
  const { modelPackage } = record as { readonly modelPackage: Omit<ModelPackage, 'files'> & { files: object[] } };
  const { files, classifier } = modelPackage;
  return {
    ...record,
    version: 2,
    modelPackage: {
      ...modelPackage,
      files: files.map((file) => ({ ...file, md5: null })),
      classifier: classifier === null ? null : { ...classifier, embedding: null },
      missingDetector: null,
      importer: null,
      selfTests: [],
    },
  };
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

  const readRecords = async () => {
    const records = await packages.read((store) =>
      promisifyRequest<unknown[]>(store.getAll() as IDBRequest<unknown[]>),
    );
    return records.map(upgradePackage);
  };
  const recordOf = (modelPackage: ModelPackage, isInstalled: boolean): PackageRecord => ({
    version: versionOf(form),
    modelPackage,
    isInstalled,
  });
  const putRecord = (modelPackage: ModelPackage, isInstalled: boolean) =>
    packages.write('strict', (store) =>
      promisifyRequest(store.put(recordOf(modelPackage, isInstalled), modelPackage.id)),
    );

  /**
   * Changes an installed package as it is now, in one transaction: another tab may be removing it. False when it is not
   * installed any more.
   */
  const changeInstalled = (id: string, change: (modelPackage: ModelPackage) => ModelPackage) =>
    packages.write('strict', async (store) => {
      const record = await promisifyRequest<unknown>(store.get(id));
      if (record === undefined) return false;
      const { modelPackage, isInstalled } = upgradePackage(record);
      if (isInstalled) await promisifyRequest(store.put(recordOf(change(modelPackage), true), id));
      return isInstalled;
    });

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

  async function readPackage(id: string): Promise<KnownPackage | null> {
    const record = await packages.read((store) => promisifyRequest<unknown>(store.get(id)));
    if (record === undefined) return null;
    const { modelPackage, isInstalled } = upgradePackage(record);
    return { modelPackage, isInstalled };
  }

  /** The same files added once more are the same package: what was made of it stays. */
  async function withKnownFastDetector(modelPackage: ModelPackage): Promise<ModelPackage> {
    const known = await readPackage(modelPackage.id);
    const fastDetector = known?.isInstalled === true ? known.modelPackage.fastDetector : undefined;
    return fastDetector === undefined ? modelPackage : { fastDetector, ...modelPackage };
  }

  async function removeLeftovers(): Promise<number> {
    const freed = await navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
      if (lock === null) return 0; // a package is just being added; the next start cleans up
      const inUse = await packageIdsInUse();
      const referenced = new Set<string>();
      for (const { modelPackage, isInstalled } of await readRecords()) {
        if (!isInstalled && !inUse.has(modelPackage.id)) {
          await packages.write('strict', (store) => promisifyRequest(store.delete(modelPackage.id)));
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
      const installed = (await readRecords()).filter(({ isInstalled }) => isInstalled);
      return installed.map(({ modelPackage }) => modelPackage).sort((a, b) => b.addedAt - a.addedAt);
    },

    readPackage,

    async putPackage(modelPackage, bytes, options = {}) {
      try {
        await navigator.locks.request(lockName, { mode: 'shared' }, async () => {
          await putFiles(bytes, options);
          await requireFiles(modelPackage);
          await putRecord(await withKnownFastDetector(modelPackage), true);
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
          return changeInstalled(id, (modelPackage) => ({ ...modelPackage, fastDetector }));
        });
      } finally {
        // The files of an earlier one, or of this one when it was not put. What is left is removed at the next start.
        await removeLeftovers().catch(() => undefined);
      }
    },

    async removeFastDetector(id) {
      await changeInstalled(id, withoutFastDetector);
      await removeLeftovers();
    },

    async removePackage(id) {
      const known = await readPackage(id);
      if (known === null) return;
      await putRecord(withoutFastDetector(known.modelPackage), false);
      await removeLeftovers();
    },

    async takeOutIncomplete() {
      const stored = new Set((await files.listFiles()).map(({ sha256 }) => sha256));
      const missing: PackageFile[] = [];
      for (const { modelPackage, isInstalled } of await readRecords()) {
        const gone = modelPackage.files.find(({ sha256 }) => !stored.has(sha256));
        const isFastGone = modelPackage.fastDetector?.files.some(({ sha256 }) => !stored.has(sha256)) === true;
        // It can be made again at any time: without it the package is still whole.
        if (isFastGone && gone === undefined) await putRecord(withoutFastDetector(modelPackage), isInstalled);
        if (!isInstalled || gone === undefined) continue;
        await putRecord(withoutFastDetector(modelPackage), false);
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
