import { promisifyRequest } from 'idb-keyval';
import { NO_LABEL_USE, type LabelUse } from '../domain/labels/label-use';
import type { NamedTaxon } from '../domain/labels/name-list';
import type { OwnLabel } from '../domain/labels/own-label';
import type { Databases } from './databases';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';

/** A table of names that is kept; the names themselves are read when they are shown. */
export interface NameListEntry {
  readonly id: string;
  /** As the file has it; empty when it says nothing. */
  readonly language: string;
  readonly fileName: string;
  readonly count: number;
}

/** Which tables there are, and which one labels are called by; null = the package's own names. */
export interface NameLists {
  readonly lists: readonly NameListEntry[];
  readonly shown: string | null;
}

/**
 * What a person decided about labels, for all surveys: the same animals come up again in the next one. A label that was
 * used stands in the survey as its whole line, so nothing here is needed to read a survey.
 */
export interface LabelStore {
  readonly readOwnLabels: () => Promise<readonly OwnLabel[]>;
  /** Each change sees what another tab may have stored meanwhile. Answers what is stored then. */
  readonly changeOwnLabels: (
    change: (labels: readonly OwnLabel[]) => readonly OwnLabel[],
  ) => Promise<readonly OwnLabel[]>;
  readonly readUse: () => Promise<LabelUse>;
  readonly changeUse: (change: (use: LabelUse) => LabelUse) => Promise<LabelUse>;
  readonly readNameLists: () => Promise<NameLists>;
  /** The names of a table; empty when it is gone. */
  readonly readNames: (id: string) => Promise<readonly NamedTaxon[]>;
  /** Puts tables behind the others, in place of those with the same ids, and shows the one named. */
  readonly addNameLists: (
    lists: readonly { readonly entry: NameListEntry; readonly names: readonly NamedTaxon[] }[],
    shown: string | null,
  ) => Promise<NameLists>;
  readonly showNames: (id: string | null) => Promise<NameLists>;
  readonly removeNames: (id: string) => Promise<NameLists>;
}

const ownForm: RecordForm = { name: 'own labels', steps: [] };
const useForm: RecordForm = { name: 'use of labels', steps: [] };
const listsForm: RecordForm = { name: 'tables of names', steps: [] };
const namesForm: RecordForm = { name: 'names of a table', steps: [] };
export const upgradeOwnLabels = (record: unknown) =>
  upgradeRecord(record, ownForm) as { ownLabels: readonly OwnLabel[] };
export const upgradeLabelUse = (record: unknown) => upgradeRecord(record, useForm) as { use: LabelUse };
export const upgradeNameLists = (record: unknown) => upgradeRecord(record, listsForm) as NameLists;
export const upgradeNames = (record: unknown) => upgradeRecord(record, namesForm) as { names: readonly NamedTaxon[] };

const NO_LISTS: NameLists = { lists: [], shown: null };
const namesKey = (id: string) => ['names', id];

export function createLabelStore({ settings }: Databases): LabelStore {
  const get = (store: IDBObjectStore, key: IDBValidKey) => promisifyRequest<unknown>(store.get(key));
  const readOwn = async (store: IDBObjectStore): Promise<readonly OwnLabel[]> => {
    const record = await get(store, 'own-labels');
    return record === undefined ? [] : upgradeOwnLabels(record).ownLabels;
  };
  const readUse = async (store: IDBObjectStore): Promise<LabelUse> => {
    const record = await get(store, 'label-use');
    return record === undefined ? NO_LABEL_USE : upgradeLabelUse(record).use;
  };
  const readLists = async (store: IDBObjectStore): Promise<NameLists> => {
    const record = await get(store, 'name-lists');
    if (record === undefined) return NO_LISTS;
    const { lists, shown } = upgradeNameLists(record);
    return { lists, shown };
  };
  const putLists = async (store: IDBObjectStore, lists: NameLists): Promise<NameLists> => {
    await promisifyRequest(store.put({ version: versionOf(listsForm), ...lists }, 'name-lists'));
    return lists;
  };

  return {
    readOwnLabels: () => settings.read(readOwn),
    changeOwnLabels: (change) =>
      settings.write('strict', async (store) => {
        const ownLabels = change(await readOwn(store));
        await promisifyRequest(store.put({ version: versionOf(ownForm), ownLabels }, 'own-labels'));
        return ownLabels;
      }),

    readUse: () => settings.read(readUse),
    changeUse: (change) =>
      settings.write('relaxed', async (store) => {
        const use = change(await readUse(store));
        await promisifyRequest(store.put({ version: versionOf(useForm), use }, 'label-use'));
        return use;
      }),

    readNameLists: () => settings.read(readLists),
    readNames: (id) =>
      settings.read(async (store) => {
        const record = await get(store, namesKey(id));
        return record === undefined ? [] : upgradeNames(record).names;
      }),
    addNameLists: (added, shown) =>
      settings.write('strict', async (store) => {
        const { lists } = await readLists(store);
        for (const { entry, names } of added) {
          await promisifyRequest(store.put({ version: versionOf(namesForm), names }, namesKey(entry.id)));
        }
        const ids = new Set(added.map(({ entry }) => entry.id));
        const kept = lists.filter(({ id }) => !ids.has(id));
        return putLists(store, { lists: [...kept, ...added.map(({ entry }) => entry)], shown });
      }),
    showNames: (id) =>
      settings.write('strict', async (store) => {
        const { lists } = await readLists(store);
        return putLists(store, { lists, shown: lists.some((list) => list.id === id) ? id : null });
      }),
    removeNames: (id) =>
      settings.write('strict', async (store) => {
        const { lists, shown } = await readLists(store);
        await promisifyRequest(store.delete(namesKey(id)));
        return putLists(store, { lists: lists.filter((list) => list.id !== id), shown: shown === id ? null : shown });
      }),
  };
}
