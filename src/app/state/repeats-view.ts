import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type StackFilter = 'all' | 'undecided' | 'rejected' | 'kept';
export const STACK_FILTERS: readonly StackFilter[] = ['all', 'undecided', 'rejected', 'kept'];

/** How the list of stacks of a survey looks right now: coming back from an image lands where the person was. */
export interface RepeatsView {
  readonly filter: StackFilter;
  /** Only stacks of this camera; null = of all. */
  readonly camera: string | null;
  /** Id of the stack that has the keyboard. */
  readonly active: string | null;
  /** Id of the stack whose boxes are looked at. */
  readonly opened: string | null;
}

const START: RepeatsView = { filter: 'all', camera: null, active: null, opened: null };

const store = createStore<Readonly<Record<string, RepeatsView>>>(() => ({}));

/** For this page only, as the stacks are. */
export function useRepeatsView(surveyId: string): RepeatsView {
  return useStore(store, (views) => views[surveyId]) ?? START;
}

export function changeRepeatsView(surveyId: string, change: Partial<RepeatsView>): void {
  store.setState({ [surveyId]: { ...(store.getState()[surveyId] ?? START), ...change } });
}
