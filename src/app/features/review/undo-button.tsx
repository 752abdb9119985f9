import { Undo2 } from 'lucide-react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { useReviewUndo } from '../../shared/review/use-review-undo';

/** Takes the last answer back. Its key belongs to the screen around it. */
export function UndoButton() {
  const [undo] = useReviewUndo();
  return (
    <Button
      size="small"
      variant="quiet"
      icon={Undo2}
      shortcut="Ctrl+Z"
      disabled={undo?.isEnabled !== true}
      onClick={undo?.run}
    >
      {messages.review.acts.undo}
    </Button>
  );
}
