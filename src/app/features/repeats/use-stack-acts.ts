import type { RepeatVerdict } from '../../../domain/megadetector/repeat-decisions';
import { useActions } from '../../state/app-store';
import type { FoundStack, RepeatsState } from '../../state/repeats-state';
import { changeRepeatsView, type RepeatsView } from '../../state/repeats-view';
import { afterVerdict } from './shown-stacks';
import { useStackKeys } from './use-stack-keys';

const VERDICTS: Readonly<Record<string, RepeatVerdict | null>> = { r: 'rejected', x: 'rejected', k: 'kept', u: null };

export interface StackActsNeeds {
  readonly surveyId: string;
  readonly repeats: RepeatsState;
  readonly shown: readonly FoundStack[];
  readonly activeIndex: number;
  readonly view: RepeatsView;
}

/** Verdicts by key and by button. After one the keyboard is on the next undecided stack, and so is the dialog. */
export function useStackActs({ surveyId, repeats, shown, activeIndex, view }: StackActsNeeds) {
  const actions = useActions();
  const decide = (ids: readonly string[], verdict: RepeatVerdict | null) => {
    void actions.decideRepeats(ids, verdict);
    const index = shown.findIndex(({ id }) => id === ids[0]);
    if (verdict === null || index === -1) return;
    const next = afterVerdict(shown, repeats.decided, index);
    if (next === null) return;
    changeRepeatsView(surveyId, { active: next.id, ...(view.opened !== null && { opened: next.id }) });
  };
  const step = (by: 1 | -1): boolean => {
    const next = shown[activeIndex + by];
    if (view.opened === null || next === undefined) return false;
    changeRepeatsView(surveyId, { active: next.id, opened: next.id });
    return true;
  };
  useStackKeys((key) => {
    if (key === 'undo') void actions.undoRepeats();
    else if (key === 'redo') void actions.redoRepeats();
    else if (key in VERDICTS) {
      const id = view.opened ?? shown[activeIndex]?.id;
      if (id === undefined) return false;
      decide([id], VERDICTS[key] ?? null);
    } else if (key === 'arrowright') return step(1);
    else if (key === 'arrowleft') return step(-1);
    else return false;
    return true;
  });
  return { decide };
}
