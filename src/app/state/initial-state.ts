import { EMPTY_QUEUE } from '../../domain/run-queue';
import { DEFAULT_SETTINGS } from '../../storage/settings-store';
import type { AppState } from './app-state';
import { EMPTY_LABEL_BOOK } from './label-book';

export const INITIAL_STATE: AppState = {
  start: { step: 'loading' },
  surveys: [],
  packages: [],
  packageJobs: [],
  packageTests: [],
  catalog: { step: 'waiting' },
  downloads: [],
  open: null,
  going: null,
  queue: { ...EMPTY_QUEUE, isElsewhere: false },
  importing: { step: 'none' },
  comparison: { step: 'none' },
  merging: { step: 'none' },
  condition: null,
  storage: null,
  network: { isKept: false, entries: [] },
  preferences: DEFAULT_SETTINGS,
  labelBook: EMPTY_LABEL_BOOK,
  hasUpdate: false,
  toast: null,
  reviewsUnderWay: 0,
};
