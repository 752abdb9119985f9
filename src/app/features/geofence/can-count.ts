import type { OpenSurvey } from '../../state/app-state';

/** False while images come in faster than all of them could be concluded anew: during a run, and while facts are read. */
export function canCount({ loading, run }: Pick<OpenSurvey, 'loading' | 'run'>): boolean {
  return loading === null && run.step !== 'running' && run.step !== 'preparing';
}
