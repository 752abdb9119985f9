import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { SMOOTHING_STEPS } from '../../domain/megadetector/smooth-group';
import type { HeldBackKey } from '../../pipeline/held-back-groups';
import {
  IMAGE_SORTS,
  NO_FILTER,
  type ChangeFilter,
  type ImageFilter,
  type ImageSort,
} from '../shared/images/image-filter';
import { parseDiffersFilter } from '../shared/images/differs-filter';

/** How the gallery of a survey looks right now: Back, a reload and the image view keep it. */
export interface GalleryView {
  readonly filter: ImageFilter;
  readonly sort: ImageSort;
  /** The image that has the keyboard, so that coming back lands on it. */
  readonly active: string | null;
}

const START: GalleryView = { filter: NO_FILTER, sort: 'name', active: null };
const KEY = 'understory-gallery-';

const store = createStore<Readonly<Record<string, GalleryView>>>(() => ({}));

/** Kept for this tab only: a filter from last week would hide images from somebody who forgot it. */
export function useGalleryView(surveyId: string): GalleryView {
  return useStore(store, (views) => views[surveyId]) ?? firstView(surveyId);
}

export function changeGalleryView(surveyId: string, change: Partial<GalleryView>): void {
  const next = { ...(store.getState()[surveyId] ?? firstView(surveyId)), ...change };
  store.setState({ [surveyId]: next });
  try {
    sessionStorage.setItem(KEY + surveyId, JSON.stringify(next));
  } catch {
    return; // no room or no storage: the view then lasts until the page is reloaded
  }
}

const firstViews = new Map<string, GalleryView>();

/** What the tab kept; read once, so that the same object comes back until something changes. */
function firstView(surveyId: string): GalleryView {
  const found = firstViews.get(surveyId);
  if (found !== undefined) return found;
  const view = parseGalleryView(readKept(surveyId));
  firstViews.set(surveyId, view);
  return view;
}

function readKept(surveyId: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(KEY + surveyId) ?? 'null') as unknown;
  } catch {
    return null; // unreadable: start with everything shown
  }
}

/** Anything may lie in the browser's storage, also what an older version wrote: unknown parts start anew. */
export function parseGalleryView(kept: unknown): GalleryView {
  if (!isRecord(kept)) return START;
  const filter = isRecord(kept['filter']) ? kept['filter'] : {};
  const groups = filter['groups'];
  return {
    filter: {
      groups: Array.isArray(groups) ? groups.filter((key): key is string => typeof key === 'string') : [],
      text: typeof filter['text'] === 'string' ? filter['text'] : '',
      leastScore: parseScore(filter['leastScore'], 0),
      mostScore: parseScore(filter['mostScore'], 1),
      heldBack: parseHeldBack(filter['heldBack']),
      event: typeof filter['event'] === 'string' ? filter['event'] : null,
      change: parseChange(filter['change']),
      differs: parseDiffersFilter(filter['differs']),
    },
    sort: IMAGE_SORTS.find((sort) => sort === kept['sort']) ?? START.sort,
    active: typeof kept['active'] === 'string' ? kept['active'] : null,
  };
}

function parseHeldBack(value: unknown): HeldBackKey | null {
  const place = isRecord(value) ? value['place'] : null;
  if (!isRecord(value) || typeof value['label'] !== 'string' || !isRecord(place)) return null;
  const { country, admin1Region } = place;
  if (typeof country !== 'string' || (admin1Region !== null && typeof admin1Region !== 'string')) return null;
  return { label: value['label'], place: { country, admin1Region } };
}

function parseChange(value: unknown): ChangeFilter | null {
  if (!isRecord(value)) return null;
  const { was, label } = value;
  const within = (['image', 'event'] as const).find((name) => name === value['within']);
  const step = SMOOTHING_STEPS.find((name) => name === value['step']);
  if (typeof was !== 'string' || typeof label !== 'string' || within === undefined || step === undefined) return null;
  return { was, label, within, step };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parseScore(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : otherwise;
}
