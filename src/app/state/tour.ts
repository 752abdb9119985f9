import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** `invited`: the first screen may ask once. `on`: the steps are shown. `left`: it does not ask again. */
export type TourState = 'invited' | 'on' | 'left';

const KEY = 'understory-tour';

const store = createStore<{ readonly tour: TourState }>(() => ({ tour: wasLeft() ? 'left' : 'invited' }));

export function useTour(): TourState {
  return useStore(store, ({ tour }) => tour);
}

/** Also when it was left before: somebody asks for it. */
export function startTour(): void {
  store.setState({ tour: 'on' });
}

/** Left, finished or declined: it does not ask again, also after a reload. */
export function leaveTour(): void {
  store.setState({ tour: 'left' });
  try {
    localStorage.setItem(KEY, 'left');
  } catch {
    return; // no storage: it asks again after a reload
  }
}

function wasLeft(): boolean {
  try {
    return localStorage.getItem(KEY) === 'left';
  } catch {
    return false; // no storage, or outside of a browser
  }
}
