import { ListOrdered } from 'lucide-react';
import { queueMessages as words } from '../../messages/queue-messages';
import { BarNote } from '../../shared/bar-note';
import { Button } from '../../shared/button';
import { useActions, useAppState } from '../../state/app-store';
import { mustWait, placeInQueue } from '../../state/queue-view';

/** Why the run of this survey does not begin at once, or when it will. Nothing when it can. */
export function QueueNote({ surveyId, canRun }: { readonly surveyId: string; readonly canRun: boolean }) {
  const actions = useActions();
  const place = useAppState((state) => placeInQueue(state, surveyId));
  const total = useAppState(({ queue }) => queue.waiting.length);
  const isWaitingFor = useAppState((state) => mustWait(state, surveyId));
  const name = useAppState(({ going }) => going?.name ?? null);
  if (place !== null) {
    return (
      <BarNote
        icon={ListOrdered}
        action={
          <Button size="small" onClick={() => void actions.removeFromQueue(surveyId)}>
            {words.remove}
          </Button>
        }
      >
        {words.waits(place, total)}
      </BarNote>
    );
  }
  if (!isWaitingFor || !canRun) return null;
  return <BarNote icon={ListOrdered}>{name === null ? words.mustWaitElsewhere : words.mustWait(name)}</BarNote>;
}
