import { Images, Play } from 'lucide-react';
import { messages } from '../../messages';
import { speedMessages as text } from '../../messages/speed-messages';
import { Button, LinkButton } from '../../shared/button';
import { routes } from '../../state/routes';
import styles from './start-bar.module.css';
import type { StartState } from './start-state';

export interface StartBarProps {
  readonly surveyId: string;
  readonly state: StartState;
  readonly onStart: () => void;
}

/** Stays in sight at the lower edge when the panel is longer than the window. */
export function StartBar({ surveyId, state, onStart }: StartBarProps) {
  const { setup: words } = messages;
  return (
    <footer className={styles.bar}>
      <p className={styles.reason} role="status">
        {state.step !== 'blocked' ? '' : state.by === 'fast-detector' ? text.fastMissing : words.startNeeds[state.by]}
      </p>
      {state.step === 'going' && (
        <LinkButton size="large" variant="primary" to={routes.run(surveyId)}>
          {words.openRun}
        </LinkButton>
      )}
      {state.step === 'finished' && (
        <LinkButton size="large" variant="primary" icon={Images} to={routes.gallery(surveyId)}>
          {words.openGallery}
        </LinkButton>
      )}
      {(state.step === 'start' || state.step === 'continue' || state.step === 'blocked') && (
        <Button size="large" variant="primary" icon={Play} disabled={state.step === 'blocked'} onClick={onStart}>
          {state.step === 'continue' ? words.continue : words.start}
        </Button>
      )}
    </footer>
  );
}
