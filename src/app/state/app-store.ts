import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { AppActions } from './app-actions';
import type { AppState } from './app-state';
import type { FastMaker } from './fast-making';
import type { ReferenceChecker } from './reference-check';

/** The one store of the page. Made in main.tsx; tests and the screenshot script may make their own. */
export interface App {
  readonly store: StoreApi<AppState>;
  readonly actions: AppActions;
  readonly referenceChecker: ReferenceChecker;
  readonly fastMaker: FastMaker;
}

export const AppContext = createContext<App | null>(null);

/** The root of a feature subscribes with this; parts get props. */
export function useAppState<Selected>(select: (state: AppState) => Selected): Selected {
  return useStore(useApp().store, select);
}

export function useActions(): AppActions {
  return useApp().actions;
}

/** The comparison with published results has a store of its own: one card shows it, for as long as it lasts. */
export function useReferenceChecker(): ReferenceChecker {
  return useApp().referenceChecker;
}

/** Fast detectors on their way have a store of their own, too. */
export function useFastMaker(): FastMaker {
  return useApp().fastMaker;
}

function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('AppContext is missing: render inside <AppContext value={app}>');
  return app;
}
