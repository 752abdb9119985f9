import { promisifyRequest } from 'idb-keyval';
import type { Place, SpeciesPer } from '../domain/survey';
import type { Databases } from './databases';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';

/** What the person chose for the whole app, and what is proposed for the next survey. */
export interface Settings {
  /** 'system', or the tag of a language of the app; one that the app does not have counts as 'system'. */
  readonly language: string;
  readonly theme: 'system' | 'light' | 'dark';
  readonly place: Place;
  readonly placeFromCoordinates: boolean;
  readonly geofence: boolean;
  readonly speciesPer: SpeciesPer;
  /** The package used last; it may be gone. */
  readonly packageId: string | null;
  readonly backend: 'auto' | 'webgpu' | 'wasm';
  /** Null = as many as sensible for this machine. */
  readonly threads: number | null;
  /** Workers that share the threads, each with the networks; null = as many as are found to be fastest. */
  readonly workers: number | null;
  /** What was found to be fastest on this computer, by what was run (`src/app/state/found-arrangement.ts`). */
  readonly arrangements: Readonly<Record<string, { readonly workers: number; readonly threads: number }>>;
  /** The processor may run networks in a form that needs less work and gives the same results but for rounding. */
  readonly fastNetworks: boolean;
  /** Background behind a photo in the image view. */
  readonly stage: 'theme' | 'light' | 'middle' | 'dark';
  readonly scoresAs: 'decimal' | 'percent';
  /** Name that stands beside what the person says of images; empty = none. */
  readonly reviewer: string;
  /** Side of a gallery cell in px, 120 to 360. */
  readonly thumbnailSize: number;
  /** Views of the gallery that got a name, in the order in which they were saved; names are unique. */
  readonly savedViews: readonly SavedView[];
}

/** What the gallery shows, under a name. */
export interface SavedView {
  readonly name: string;
  /** As it stands in the address behind "?". */
  readonly query: string;
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'system',
  theme: 'system',
  place: { country: null, admin1Region: null },
  placeFromCoordinates: true,
  geofence: true,
  // Naming every animal costs less than a fifth more: `npm run benchmark`, docs/performance.md.
  speciesPer: 'animal',
  packageId: null,
  backend: 'auto',
  threads: null,
  workers: null,
  arrangements: {},
  fastNetworks: false,
  stage: 'theme',
  scoresAs: 'decimal',
  reviewer: '',
  thumbnailSize: 176,
  savedViews: [],
};

export interface SettingsStore {
  /** The defaults when nothing was stored yet. */
  readonly readSettings: () => Promise<Settings>;
  readonly updateSettings: (change: Partial<Settings>) => Promise<Settings>;
}

interface SettingsRecord {
  readonly version: number;
  readonly settings: Settings;
}

const form: RecordForm = { name: 'settings', steps: [] };
export const upgradeSettings = (record: unknown) => upgradeRecord(record, form) as SettingsRecord;

export function createSettingsStore({ settings }: Databases): SettingsStore {
  const readFrom = async (store: IDBObjectStore): Promise<Settings> => {
    const record = await promisifyRequest<unknown>(store.get('settings'));
    // A setting that came later than the record has its default.
    return record === undefined ? DEFAULT_SETTINGS : { ...DEFAULT_SETTINGS, ...upgradeSettings(record).settings };
  };
  return {
    readSettings: () => settings.read(readFrom),
    updateSettings: (change) =>
      settings.write('relaxed', async (store) => {
        const changed = { ...(await readFrom(store)), ...change };
        const record: SettingsRecord = { version: versionOf(form), settings: changed };
        await promisifyRequest(store.put(record, 'settings'));
        return changed;
      }),
  };
}
