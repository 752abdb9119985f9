import { promisifyRequest } from 'idb-keyval';
import type { ModelPackage } from '../domain/model-package';
import type { Databases } from './databases';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';

/** `isInstalled` false: removed by the person, its rule files are kept because surveys still need them. */
export interface KnownPackage {
  readonly modelPackage: ModelPackage;
  readonly isInstalled: boolean;
}

interface PackageRecord extends KnownPackage {
  readonly version: number;
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

const recordOf = (modelPackage: ModelPackage, isInstalled: boolean): PackageRecord => ({
  version: versionOf(form),
  modelPackage,
  isInstalled,
});

/** What is known of packages, one record each; their files are stored beside. */
export interface PackageRecords {
  readonly readAll: () => Promise<readonly KnownPackage[]>;
  readonly read: (id: string) => Promise<KnownPackage | null>;
  readonly put: (modelPackage: ModelPackage, isInstalled: boolean) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /**
   * Changes an installed package as it is now, in one transaction: another tab may be removing it. False when it is not
   * installed any more.
   */
  readonly changeInstalled: (id: string, change: (modelPackage: ModelPackage) => ModelPackage) => Promise<boolean>;
}

export function createPackageRecords(packages: Databases['packages']): PackageRecords {
  return {
    async readAll() {
      const records = await packages.read((store) =>
        promisifyRequest<unknown[]>(store.getAll() as IDBRequest<unknown[]>),
      );
      return records.map(upgradePackage);
    },

    async read(id) {
      const record = await packages.read((store) => promisifyRequest<unknown>(store.get(id)));
      if (record === undefined) return null;
      const { modelPackage, isInstalled } = upgradePackage(record);
      return { modelPackage, isInstalled };
    },

    async put(modelPackage, isInstalled) {
      const record = recordOf(modelPackage, isInstalled);
      await packages.write('strict', (store) => promisifyRequest(store.put(record, modelPackage.id)));
    },

    remove: (id) => packages.write('strict', (store) => promisifyRequest(store.delete(id))),

    changeInstalled: (id, change) =>
      packages.write('strict', async (store) => {
        const record = await promisifyRequest<unknown>(store.get(id));
        if (record === undefined) return false;
        const { modelPackage, isInstalled } = upgradePackage(record);
        if (isInstalled) await promisifyRequest(store.put(recordOf(change(modelPackage), true), id));
        return isInstalled;
      }),
  };
}
