import { Ban, CircleCheck, CircleDashed } from 'lucide-react';
import type { RepeatVerdict } from '../../../domain/megadetector/repeat-decisions';
import { messages } from '../../messages';
import { Button } from '../../shared/button';

export interface VerdictButtonsProps {
  /** The stack in words: what the buttons act on. */
  readonly name: string;
  readonly verdict: RepeatVerdict | null;
  /** In a grid the keys of the grid do it: its buttons are for the mouse. */
  readonly isInGrid?: boolean;
  readonly onDecide: (verdict: RepeatVerdict | null) => void;
}

/** Reject and keep; the one that was chosen takes itself back. */
export function VerdictButtons({ name, verdict, isInGrid = false, onDecide }: VerdictButtonsProps) {
  const { repeats: words } = messages;
  const buttons = [
    { to: 'rejected', icon: Ban, label: words.reject, shortcut: 'R' },
    { to: 'kept', icon: CircleCheck, label: words.keep, shortcut: 'K' },
  ] as const;
  return (
    <>
      {buttons.map(({ to, icon, label, shortcut }) => {
        const isChosen = verdict === to;
        const act = isChosen ? words.undecide : label;
        return (
          <Button
            key={to}
            size="small"
            icon={isChosen ? CircleDashed : icon}
            shortcut={isChosen ? 'U' : shortcut}
            aria-label={words.actOn(act, name)}
            tabIndex={isInGrid ? -1 : undefined}
            onClick={() => onDecide(isChosen ? null : to)}
          >
            {act}
          </Button>
        );
      })}
    </>
  );
}
