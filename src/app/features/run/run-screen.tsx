import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../messages';
import { ErrorNotice } from '../../shared/error-notice';
import { FolderNote } from '../../shared/folder-note';
import { ScreenHeading } from '../../shared/screen-heading';
import { useScreenKeys } from '../../shared/use-screen-keys';
import type { OpenSurvey } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import type { Condition } from '../../state/condition';
import { mustWait, placeInQueue, queueStanding } from '../../state/queue-view';
import { routes } from '../../state/routes';
import { useLackingAnimals } from '../../state/use-lacking-animals';
import { useOpenSurvey } from '../../state/use-open-survey';
import { NewestFinds } from './newest-finds';
import { QueueNote } from './queue-note';
import { progressOf } from './run-progress';
import styles from './run-screen.module.css';
import { createRunTally } from './run-tally';
import { RunHeader } from './run-header';
import { isSecondLook } from './run-words';
import { SoFar } from './so-far';

/** How far the run is, what it finds, what it could not read. */
export function RunScreen({ surveyId }: { readonly surveyId: string }) {
  const opened = useOpenSurvey(surveyId);
  return opened.step === 'open' ? <Run open={opened.open} /> : null;
}

function Run({ open }: { readonly open: OpenSurvey }) {
  const actions = useActions();
  const [, navigate] = useLocation();
  const { scoresAs } = useAppState((state) => state.preferences);
  const { run, folder, images, labels } = open;
  const [tally] = useState(createRunTally);
  const { counts, failed } = useMemo(() => tally(images, labels), [tally, images, labels]);
  const lacking = useLackingAnimals(open) ?? 0;
  const progress = progressOf(open, lacking);
  const isGoing = run.step === 'running' || run.step === 'preparing';
  const isCombining = open.survey.settings.mode === 'ensemble';
  const isQueued = useAppState((state) => placeInQueue(state, open.survey.id) !== null);
  const isForQueue = useAppState((state) => mustWait(state, open.survey.id));
  const hasQueue = useAppState((state) => queueStanding(state) !== 'none');
  const toggle = () => {
    if (isGoing && isCombining) return; // over in a moment, and there is nothing to go on with in between
    if (isGoing) actions.pauseRun();
    else if (run.step === 'paused') actions.resumeRun();
    else if (isSecondLook(run)) void actions.startSecondLook();
    else void actions.startRun();
  };
  const isReachable = folder.step === 'connected' || isCombining;
  const isOver = (run.step === 'finished' && lacking === 0) || run.step === 'elsewhere';
  const canRun = !isGoing && !isOver && isReachable && open.modelPackage !== null;
  const canToggle = isGoing || (canRun && !isQueued);
  useScreenKeys((key) => {
    if (key !== ' ' || !canToggle || (run.step === 'idle' && progress.total === 0)) return false;
    toggle();
    return true;
  });
  const condition = conditionOf(run);
  return (
    <div className={styles.screen}>
      <ScreenHeading documentTitle={`${messages.run.title} · ${open.survey.name}`} isHidden>
        {messages.run.title}
      </ScreenHeading>
      <RunHeader
        open={open}
        progress={progress}
        onToggle={canToggle ? toggle : null}
        isForQueue={isForQueue}
        onStop={isGoing || run.step === 'paused' ? () => actions.stopRun() : null}
      />
      {condition !== null && (
        <ErrorNotice
          condition={condition}
          isBanner
          tone={run.step === 'stopped' ? 'danger' : 'warn'}
          actions={{
            'continue-run': toggle,
            'reconnect-folder': () => void actions.reconnectFolder(),
            'open-models': () => navigate(routes.models),
            'show-storage': () => navigate(routes.settings),
          }}
        />
      )}
      <QueueNote surveyId={open.survey.id} canRun={canRun && progress.total > progress.done} />
      <FolderNote folder={folder} onReconnect={() => void actions.reconnectFolder()} />
      <div className={styles.body}>
        <NewestFinds open={open} newest={progress.newest} scoresAs={scoresAs} />
        <SoFar surveyId={open.survey.id} counts={counts} failed={failed} isGoing={isGoing} hasQueue={hasQueue} />
      </div>
    </div>
  );
}

function conditionOf(run: OpenSurvey['run']): Condition | null {
  if (run.step === 'elsewhere') return { code: 'running-elsewhere', details: {}, technical: null };
  return run.step === 'paused' || run.step === 'stopped' ? run.condition : null;
}
