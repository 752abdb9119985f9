import type { StatePart } from './app-setting';
import type { Toast } from './app-state';
import { toCondition } from './condition';
import type { RunActions } from './run-actions';
import type { SurveyOpening } from './survey-opening';

/** What the actions are made of. */
export interface AppParts extends StatePart {
  readonly opening: SurveyOpening;
  readonly runs: RunActions;
  /** Screens never have to catch: what goes wrong is said across the top. */
  readonly guarded: <Args extends readonly unknown[]>(
    work: (...args: Args) => Promise<void>,
  ) => (...args: Args) => Promise<void>;
  readonly showToast: (toast: Omit<Toast, 'id'>) => void;
  readonly refreshStorage: () => Promise<void>;
}

export function createGuard({ store }: Pick<StatePart, 'store'>): AppParts['guarded'] {
  return (work) =>
    async (...args) => {
      try {
        await work(...args);
      } catch (error) {
        store.setState({ condition: toCondition(error) });
      }
    };
}

export function createToasts({ store }: Pick<StatePart, 'store'>): AppParts['showToast'] {
  let toasts = 0;
  return (toast) => store.setState({ toast: { ...toast, id: ++toasts } });
}

/** The open survey is being run, and what is asked for would change what the run works on: says so, and is true. */
export function refusesWhileRunning({ store, runs, opening }: Pick<AppParts, 'store' | 'runs' | 'opening'>): boolean {
  const running = runs.running();
  if (running === null || running !== opening.current()) return false;
  store.setState({ condition: { code: 'run-under-way', details: {}, technical: null } });
  return true;
}
