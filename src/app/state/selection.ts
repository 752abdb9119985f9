import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The images that a person has chosen to act on together. */
export interface Selection {
  readonly filepaths: ReadonlySet<string>;
  /** Where a range begins: the image that was chosen last by itself. */
  readonly anchor: string | null;
}

export const NOTHING_SELECTED: Selection = { filepaths: new Set(), anchor: null };

const store = createStore<Readonly<Record<string, Selection>>>(() => ({}));

/** Kept while the page lives, so that it is there when one comes back from an image. */
export function useSelection(surveyId: string): Selection {
  return useStore(store, (selections) => selections[surveyId]) ?? NOTHING_SELECTED;
}

export function changeSelection(surveyId: string, change: (selection: Selection) => Selection): void {
  store.setState((selections) => ({ [surveyId]: change(selections[surveyId] ?? NOTHING_SELECTED) }));
}

/** One more, or one less. */
export function toggled({ filepaths }: Selection, filepath: string): Selection {
  const next = new Set(filepaths);
  if (!next.delete(filepath)) next.add(filepath);
  return { filepaths: next, anchor: filepath };
}

/** From the anchor to this image, in the order that is shown; what was chosen otherwise stays when it is `added`. */
export function upTo(selection: Selection, order: readonly string[], filepath: string, isAdded: boolean): Selection {
  const to = order.indexOf(filepath);
  const from = selection.anchor === null ? to : order.indexOf(selection.anchor);
  if (to === -1) return selection;
  const [first, last] = from === -1 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  const range = order.slice(first, last + 1);
  const filepaths = new Set(isAdded ? [...selection.filepaths, ...range] : range);
  return { filepaths, anchor: from === -1 ? filepath : (selection.anchor ?? filepath) };
}

export function withAll({ filepaths, anchor }: Selection, more: Iterable<string>): Selection {
  return { filepaths: new Set([...filepaths, ...more]), anchor };
}
