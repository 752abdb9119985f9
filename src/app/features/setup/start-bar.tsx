import { Images, ListPlus, Play } from 'lucide-react';
import { messages } from '../../messages';
import { queueMessages } from '../../messages/queue-messages';
import { speedMessages } from '../../messages/speed-messages';
import { Button, LinkButton } from '../../shared/button';
import { routes } from '../../state/routes';
import styles from './start-bar.module.css';
import type { StartState } from './start-state';

export interface StartBarProps {
  readonly surveyId: string;
  readonly state: StartState;
  /** Another survey is run: starting puts this one into the queue. */
  readonly isForQueue: boolean;
  /** Its place in the queue; null = it does not wait. */
  readonly place: number | null;
  readonly onStart: () => void;
}

/** Why it can't be started; empty = it can. */
function reasonOf(state: StartState): string {
  if (state.step !== 'blocked') return '';
  return state.by === 'fast-detector' ? speedMessages.fastMissing : messages.setup.startNeeds[state.by];
}

/** Stays in sight at the lower edge when the panel is longer than the window. */
export function StartBar({ surveyId, state, isForQueue, place, onStart }: StartBarProps) {
  const { setup: words } = messages;
  const isQueued = place !== null;
  return (
    <footer className={styles.bar}>
      <p className={styles.reason} role="status">
        {isQueued ? queueMessages.place(place) : reasonOf(state)}
      </p>
      {(state.step === 'going' || isQueued) && (
        <LinkButton size="large" variant="primary" to={routes.run(surveyId)}>
          {words.openRun}
        </LinkButton>
      )}
      {state.step === 'finished' && !isQueued && (
        <LinkButton size="large" variant="primary" icon={Images} to={routes.gallery(surveyId)}>
          {words.openGallery}
        </LinkButton>
      )}
      {!isQueued && (state.step === 'start' || state.step === 'continue' || state.step === 'blocked') && (
        <Button
          size="large"
          variant="primary"
          icon={isForQueue ? ListPlus : Play}
          disabled={state.step === 'blocked'}
          onClick={onStart}
        >
          {isForQueue ? queueMessages.add : state.step === 'continue' ? words.continue : words.start}
        </Button>
      )}
    </footer>
  );
}
