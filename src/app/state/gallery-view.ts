import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { FIRST_LOOK, parseKept, printKept, type GalleryLook, type GalleryPlace } from './gallery-query';

/** How the gallery of a survey looks right now: the address, a reload and the image view keep it. */
export interface GalleryView extends GalleryLook, GalleryPlace {
  /** Keys of the groups that are closed; forgotten with a reload. */
  readonly closed: readonly string[];
}

const START: GalleryView = { ...FIRST_LOOK, active: null, top: null, closed: [] };
const KEY = 'understory-gallery-';

type Views = Readonly<Record<string, GalleryView>>;

const store = createStore<Views>(() => ({}));

/** Kept for this tab only: a filter from last week would hide images from somebody who forgot it. */
export function useGalleryView(surveyId: string): GalleryView {
  return useStore(store, (views) => views[surveyId]) ?? firstView(surveyId);
}

export function readGalleryView(surveyId: string): GalleryView {
  return store.getState()[surveyId] ?? firstView(surveyId);
}

/** Another look begins at its active image, and so does another active image, unless the change says what is on top. */
export function changeGalleryView(surveyId: string, change: Partial<GalleryView>): void {
  const before = readGalleryView(surveyId);
  const isElsewhere = (['active', 'filter', 'sort', 'grouping', 'tile'] as const).some(
    (name) => change[name] !== undefined && change[name] !== before[name],
  );
  const isRegrouped = change.grouping !== undefined && change.grouping !== before.grouping;
  const next = {
    ...before,
    ...(isElsewhere ? { top: null } : {}),
    ...(isRegrouped ? { closed: [] } : {}),
    ...change,
  };
  store.setState({ [surveyId]: next });
  try {
    sessionStorage.setItem(KEY + surveyId, printKept(next));
  } catch {
    return; // no room or no storage: the view then lasts until the page is reloaded
  }
}

/** Calls back with each change of this survey's view; answers what ends it. */
export function watchGalleryView(
  surveyId: string,
  onChange: (next: GalleryView, before: GalleryView) => void,
): () => void {
  return store.subscribe((views, before) => {
    const next = views[surveyId];
    if (next !== undefined && next !== before[surveyId]) onChange(next, before[surveyId] ?? firstView(surveyId));
  });
}

const firstViews = new Map<string, GalleryView>();

/** What the tab kept; read once, so that the same object comes back until something changes. */
function firstView(surveyId: string): GalleryView {
  const found = firstViews.get(surveyId);
  if (found !== undefined) return found;
  const view = { ...START, ...parseKept(readKept(surveyId)) };
  firstViews.set(surveyId, view);
  return view;
}

function readKept(surveyId: string): string {
  try {
    return sessionStorage.getItem(KEY + surveyId) ?? '';
  } catch {
    return ''; // no storage: start with everything shown
  }
}
