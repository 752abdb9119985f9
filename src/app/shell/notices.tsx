import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { RefreshCw } from 'lucide-react';
import { messages } from '../messages';
import { Button } from '../shared/button';
import { Icon } from '../shared/icon';
import { useActions, useAppState } from '../state/app-store';
import { queueStanding } from '../state/queue-view';
import { routes } from '../state/routes';
import { LateErrorNotice } from './late-error-notice';
import styles from './notices.module.css';

const QueueNotice = lazy(() => import('./queue-notice').then((m) => ({ default: m.QueueNotice })));

/** Across the top until it is put right or dismissed: a condition, and a new version that waits. */
export function Notices() {
  const condition = useAppState((state) => state.condition);
  const hasUpdate = useAppState((state) => state.hasUpdate);
  // Words of the queue come with its first use; until then there is nothing to say of it.
  const hasQueue = useAppState((state) => state.going !== null || queueStanding(state) !== 'none');
  const hasOpenSurvey = useAppState((state) => state.open !== null);
  const actions = useActions();
  const [, navigate] = useLocation();
  return (
    <>
      {condition !== null && (
        <LateErrorNotice
          condition={condition}
          isBanner
          onDismiss={() => actions.dismissCondition()}
          actions={{
            reload: () => location.reload(),
            'open-models': () => navigate(routes.models),
            'show-storage': () => navigate(routes.settings),
            ...(hasOpenSurvey && {
              'reconnect-folder': () => void actions.reconnectFolder(),
              'continue-run': () => {
                actions.dismissCondition();
                void actions.startRun();
              },
            }),
          }}
        />
      )}
      {hasQueue && (
        <Suspense fallback={null}>
          <QueueNotice />
        </Suspense>
      )}
      {hasUpdate && (
        <div role="status" className={styles.update}>
          <Icon of={RefreshCw} />
          <p>
            <strong>{messages.shell.updateReady}</strong> {messages.shell.updateWaits}
          </p>
          <Button size="small" onClick={() => void actions.takeUpdate()}>
            {messages.shell.reload}
          </Button>
        </div>
      )}
    </>
  );
}
