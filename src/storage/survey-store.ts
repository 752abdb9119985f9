import { promisifyRequest } from 'idb-keyval';
import { REFERENCE_SETTINGS, type Survey } from '../domain/survey';
import type { AttachmentStore } from './attachment-store';
import type { Databases } from './databases';
import type { FactStore } from './fact-store';
import type { ListingStore } from './listing-store';
import type { PreviewStore } from './preview-store';
import type { ReviewStore } from './review-store';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';
import { isAnyRunLocked, isRunLocked, takeRunLock, waitForRunEnd, type RunLockOutcome } from './run-lock';
import { StorageError } from './storage-error';
import type { VectorStore } from './vector-store';

/** The folder behind a survey. `handle` is null where the browser gives none, or for several folders at once. */
export interface SurveyFolder {
  readonly rootName: string;
  readonly handle: FileSystemDirectoryHandle | null;
}

/**
 * Surveys with their settings and state. `Survey.counts.done` and `.failed` always come from the stored facts;
 * whatever is given for them is ignored.
 */
export interface SurveyStore {
  readonly createSurvey: (survey: Survey, folder: SurveyFolder) => Promise<void>;
  /** Those not deleted, the last changed first. */
  readonly listSurveys: () => Promise<readonly Survey[]>;
  readonly readSurvey: (id: string) => Promise<Survey | null>;
  /** Reads, changes and writes in one step; sets `changedAt`. Throws `storage-damaged` when there is no such survey. */
  readonly updateSurvey: (id: string, change: (survey: Survey) => Survey) => Promise<Survey>;
  /** Hides the survey; `restoreSurvey` undoes it until it is purged. */
  readonly deleteSurvey: (id: string) => Promise<void>;
  readonly restoreSurvey: (id: string) => Promise<void>;
  /** Removes deleted surveys with all that belongs to them; those deleted later than `before` (ms since 1970) stay. */
  readonly purgeDeletedSurveys: (before: number) => Promise<number>;
  readonly readFolder: (id: string) => Promise<SurveyFolder | null>;
  readonly putFolder: (id: string, folder: SurveyFolder) => Promise<void>;
  /** Allows this tab to run the survey until the lock is released. */
  readonly takeRunLock: (id: string) => Promise<RunLockOutcome>;
  /** True while any tab runs the survey, this one included, or holds its run paused. */
  readonly isRunLocked: (id: string) => Promise<boolean>;
  /** Resolves when no tab runs the survey any more. */
  readonly waitForRunEnd: (id: string) => Promise<void>;
  /** True while any tab, this one included, runs any survey. */
  readonly isAnyRunLocked: () => Promise<boolean>;
  /** Surveys marked as running that nobody runs: their run was cut off. They are marked as stopped and returned. */
  readonly recoverCutOffRuns: () => Promise<readonly Survey[]>;
  /** Surveys that name the one package name the other from now on, deleted ones included. `changedAt` stays. */
  readonly changePackage: (fromId: string, toId: string) => Promise<void>;
  /** True when a survey that names the package has results or is running, in any tab; deleted ones included. */
  readonly hasResultsOf: (packageId: string) => Promise<boolean>;
  /** Packages named by surveys, deleted ones included while they can be restored. */
  readonly packageIdsInUse: () => Promise<ReadonlySet<string>>;
}

interface SurveyRecord {
  readonly version: number;
  readonly survey: Survey;
  readonly rootName: string;
  /** Milliseconds since 1970; null = not deleted. */
  readonly deletedAt: number | null;
}

interface HandleRecord {
  readonly version: number;
  readonly handle: FileSystemDirectoryHandle;
}

/** Version 2: species per animal, places of folders, own geofence, roll-up, events, smoothing. What was, stays as it was. */
const withNewSettings = (record: object): object => {
  const { survey, ...rest } = record as { survey: Survey };
  const settings = { ...REFERENCE_SETTINGS, ...survey.settings };
  return { ...rest, version: 2, survey: { ...survey, settings, extraLabels: [] } };
};

const form: RecordForm = { name: 'survey', steps: [withNewSettings] };
const handleForm: RecordForm = { name: 'folder handle', steps: [] };
export const upgradeSurvey = (record: unknown) => upgradeRecord(record, form) as SurveyRecord;
export const upgradeHandle = (record: unknown) => upgradeRecord(record, handleForm) as HandleRecord;

/** What else is stored of a survey. */
export interface SurveyContents {
  readonly facts: FactStore;
  readonly reviews: ReviewStore;
  readonly previews: PreviewStore;
  readonly vectors: VectorStore;
  readonly listings: ListingStore;
  readonly attachments: AttachmentStore;
}

export function createSurveyStore({ prefix, surveys, handles }: Databases, contents: SurveyContents): SurveyStore {
  const readRecords = async () => {
    const records = await surveys.read((store) => promisifyRequest<unknown[]>(store.getAll() as IDBRequest<unknown[]>));
    return records.map(upgradeSurvey);
  };
  const readRecord = async (id: string) => {
    const record = await surveys.read((store) => promisifyRequest<unknown>(store.get(id)));
    return record === undefined ? null : upgradeSurvey(record);
  };
  const changeRecord = (id: string, change: (record: SurveyRecord) => SurveyRecord) =>
    surveys.write('strict', async (store) => {
      const record = await promisifyRequest<unknown>(store.get(id));
      if (record === undefined) throw new StorageError('storage-damaged', `survey ${id} is not stored`);
      const changed = change(upgradeSurvey(record));
      await promisifyRequest(store.put(changed, id));
      return changed;
    });
  const withCounts = async ({ survey }: SurveyRecord): Promise<Survey> => {
    const counts = await contents.facts.readCounts(survey.id);
    return { ...survey, counts: { ...survey.counts, ...counts } };
  };
  const putHandle = (id: string, handle: FileSystemDirectoryHandle | null) =>
    handles.write('strict', async (store) => {
      if (handle === null) await promisifyRequest(store.delete(id));
      else await promisifyRequest(store.put({ version: versionOf(handleForm), handle } satisfies HandleRecord, id));
    });

  async function removeEverything(id: string) {
    // The record last: a purge that is cut off goes on at the next start.
    await contents.previews.deletePreviews(id);
    await contents.vectors.deleteVectors(id);
    await contents.facts.deleteFacts(id, 'all');
    await contents.reviews.deleteAll(id);
    await contents.listings.deleteListing(id);
    await contents.attachments.deleteAll(id);
    await handles.write('relaxed', (store) => promisifyRequest(store.delete(id)));
    await surveys.write('strict', (store) => promisifyRequest(store.delete(id)));
  }

  return {
    async createSurvey(survey, { rootName, handle }) {
      await putHandle(survey.id, handle);
      const record: SurveyRecord = { version: versionOf(form), survey, rootName, deletedAt: null };
      await surveys.write('strict', (store) => promisifyRequest(store.put(record, survey.id)));
    },

    async listSurveys() {
      const kept = (await readRecords()).filter(({ deletedAt }) => deletedAt === null);
      const listed = await Promise.all(kept.map(withCounts));
      return listed.sort((a, b) => b.changedAt - a.changedAt);
    },

    async readSurvey(id) {
      const record = await readRecord(id);
      return record === null || record.deletedAt !== null ? null : withCounts(record);
    },

    async updateSurvey(id, change) {
      const changed = await changeRecord(id, (record) => ({
        ...record,
        survey: { ...change(record.survey), id, changedAt: Date.now() },
      }));
      return withCounts(changed);
    },

    async deleteSurvey(id) {
      await changeRecord(id, (record) => ({ ...record, deletedAt: Date.now() }));
    },

    async restoreSurvey(id) {
      await changeRecord(id, (record) => ({ ...record, deletedAt: null }));
    },

    async purgeDeletedSurveys(before) {
      const purged = (await readRecords()).filter(({ deletedAt }) => deletedAt !== null && deletedAt <= before);
      for (const { survey } of purged) await removeEverything(survey.id);
      return purged.length;
    },

    async readFolder(id) {
      const record = await readRecord(id);
      if (record === null) return null;
      return { rootName: record.rootName, handle: await readHandle(handles, id) };
    },

    async putFolder(id, { rootName, handle }) {
      await putHandle(id, handle);
      await changeRecord(id, (record) => ({ ...record, rootName }));
    },

    takeRunLock: (id) => takeRunLock(prefix, id),
    isRunLocked: (id) => isRunLocked(prefix, id),
    waitForRunEnd: (id) => waitForRunEnd(prefix, id),
    isAnyRunLocked: () => isAnyRunLocked(prefix),

    async recoverCutOffRuns() {
      const cutOff: Survey[] = [];
      for (const { survey, deletedAt } of await readRecords()) {
        if (survey.state !== 'running' || deletedAt !== null || (await isRunLocked(prefix, survey.id))) continue;
        const stopped = await changeRecord(survey.id, (record) => ({
          ...record,
          survey: { ...record.survey, state: 'stopped' },
        }));
        cutOff.push(await withCounts(stopped));
      }
      return cutOff;
    },

    async changePackage(fromId, toId) {
      await surveys.write('strict', async (store) => {
        const records = await promisifyRequest<unknown[]>(store.getAll() as IDBRequest<unknown[]>);
        for (const record of records.map(upgradeSurvey)) {
          const { survey } = record;
          if (survey.settings.packageId !== fromId) continue;
          const changed = { ...survey, settings: { ...survey.settings, packageId: toId } };
          await promisifyRequest(store.put({ ...record, survey: changed }, survey.id));
        }
      });
    },

    async hasResultsOf(packageId) {
      const named = (await readRecords()).filter(({ survey }) => survey.settings.packageId === packageId);
      const surveysOfPackage = await Promise.all(named.map(withCounts));
      return surveysOfPackage.some(({ counts, state }) => counts.done > 0 || state === 'running' || state === 'paused');
    },

    async packageIdsInUse() {
      const ids = (await readRecords()).map(({ survey }) => survey.settings.packageId);
      return new Set(ids.filter((id) => id !== null));
    },
  };
}

async function readHandle(handles: Databases['handles'], id: string): Promise<FileSystemDirectoryHandle | null> {
  const record = await handles.read((store) => promisifyRequest<unknown>(store.get(id)));
  return record === undefined ? null : upgradeHandle(record).handle;
}
