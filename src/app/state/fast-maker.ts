import { createStore } from 'zustand/vanilla';
import type { AppParts } from './app-parts';
import type { FastMaker, FastMakerActions, FastMakerState } from './fast-making';
import { loadOnce } from './load-once';

/** The work behind it is fetched by the first call. */
export function createFastMaker(parts: AppParts): FastMaker {
  const store = createStore<FastMakerState>(() => ({ making: null }));
  const load = loadOnce(async () => (await import('./fast-maker-actions')).createFastMakerActions(parts, store));
  const late = <Name extends keyof FastMakerActions>(name: Name) =>
    parts.guarded(async (...args: Parameters<FastMakerActions[Name]>) => {
      await ((await load())[name] as (...given: typeof args) => Promise<void> | void)(...args);
    });
  return {
    store,
    makeFromSurvey: late('makeFromSurvey'),
    makeFromFiles: late('makeFromFiles'),
    remove: late('remove'),
    cancel: () => void late('cancel')(),
    dismiss: () => void late('dismiss')(),
  };
}
