import { messages } from '../../messages';
import { useActions, useAppState } from '../../state/app-store';
import type { Command } from '../commands/command';

/** Undo and redo of reviews, for screens on which images are reviewed. */
export function useReviewUndo(): readonly Command[] {
  const actions = useActions();
  const history = useAppState(({ open }) => open?.reviewing.history ?? null);
  // The screen goes on at once: an act that is still being stored can be taken back, too.
  const isUnderWay = useAppState(({ reviewsUnderWay }) => reviewsUnderWay > 0);
  const { acts, group } = messages.review;
  return [
    {
      id: 'review-undo',
      label: acts.undo,
      group,
      keys: ['Ctrl+Z'],
      isEnabled: isUnderWay || (history?.done ?? 0) > 0,
      run: () => void actions.undoReview(),
    },
    {
      id: 'review-redo',
      label: acts.redo,
      group,
      keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
      isEnabled: (history?.undone ?? 0) > 0,
      run: () => void actions.redoReview(),
    },
  ];
}
