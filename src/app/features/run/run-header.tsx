import { Images, ListPlus, Pause, Play, Square } from 'lucide-react';
import { messages } from '../../messages';
import { queueMessages } from '../../messages/queue-messages';
import { Button, LinkButton } from '../../shared/button';
import { formatNumber } from '../../shared/format/number-format';
import { ProgressBar } from '../../shared/progress-bar';
import { Tag } from '../../shared/tag';
import type { OpenSurvey, RunProgressView } from '../../state/app-state';
import { routes } from '../../state/routes';
import { RunFacts } from './run-facts';
import styles from './run-header.module.css';
import { situationOf, type RunSituation } from './run-progress';
import { runWords } from './run-words';
import { useSecondsSince } from './use-seconds-since';

export interface RunHeaderProps {
  readonly open: OpenSurvey;
  readonly progress: RunProgressView;
  /** Start, pause or continue; null when nothing of it is possible now. */
  readonly onToggle: (() => void) | null;
  readonly onStop: (() => void) | null;
  /** Another survey is run: starting puts this one into the queue. */
  readonly isForQueue: boolean;
}

/** Done of total in the largest text, the bar, what is going on in words, five facts. */
export function RunHeader({ open, progress, onToggle, onStop, isForQueue }: RunHeaderProps) {
  const { run: words } = messages;
  const { done, total, failed } = progress;
  const situation = situationOf(open, progress);
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <p className={styles.done}>
          <strong>{formatNumber(done)}</strong> {words.doneOf(total)}
        </p>
        <StateTag open={open} situation={situation} />
        <div className={styles.acts}>
          <Acts open={open} situation={situation} onToggle={onToggle} onStop={onStop} isForQueue={isForQueue} />
        </div>
      </div>
      <p className={styles.what}>{runWords(open)}</p>
      <ProgressBar
        label={words.progress}
        done={done}
        total={total}
        failed={failed}
        valueText={words.valueText(done, total, failed)}
        isAnnounced
      />
      <p className={styles.words} role={situation === 'preparing' ? undefined : 'status'}>
        <Situation open={open} progress={progress} situation={situation} />
      </p>
      {hasRunHere(open, progress) && <RunFacts progress={progress} isGoing={open.run.step === 'running'} />}
    </header>
  );
}

/** Of a run of an earlier day neither speed nor backend is known any more; of one that prepares, they soon will be. */
const hasRunHere = ({ run }: OpenSurvey, { backend }: RunProgressView) => backend !== null || isGoingOn(run);

const isGoingOn = ({ step }: OpenSurvey['run']) => step === 'running' || step === 'preparing';

function StateTag({ open, situation }: { readonly open: OpenSurvey; readonly situation: RunSituation }) {
  const { states } = messages.run;
  if (situation === 'listing') return <Tag>{states.listing}</Tag>;
  if (situation === 'finished') return <Tag tone="success">{states.finished}</Tag>;
  if (situation === 'cut-off') return <Tag tone="warn">{states.cutOff}</Tag>;
  if (situation === 'idle-some') return <Tag>{states.stopped}</Tag>;
  const { step } = open.run;
  if (step === 'running' || step === 'preparing' || step === 'elsewhere')
    return <Tag tone="success">{states[step]}</Tag>;
  return <Tag tone={step === 'paused' ? 'warn' : 'quiet'}>{states[step]}</Tag>;
}

type ActsProps = Pick<RunHeaderProps, 'open' | 'onToggle' | 'onStop' | 'isForQueue'> & {
  readonly situation: RunSituation;
};

function Acts({ open, situation, onToggle, onStop, isForQueue }: ActsProps) {
  const { run: words } = messages;
  const { run, survey } = open;
  if (situation === 'finished') {
    return (
      <>
        <LinkButton to={routes.export(survey.id)}>{words.export}</LinkButton>
        <LinkButton to={routes.gallery(survey.id)} variant="primary" icon={Images}>
          {words.openGallery}
        </LinkButton>
      </>
    );
  }
  if (situation === 'empty' || situation === 'no-package') {
    return <LinkButton to={routes.setup(survey.id)}>{words.openSetup}</LinkButton>;
  }
  const isGoing = isGoingOn(run);
  return (
    <>
      {onToggle !== null && !(isGoing && survey.settings.mode === 'ensemble') && (
        <Button
          variant={isGoing ? 'plain' : 'primary'}
          icon={isForQueue ? ListPlus : isGoing ? Pause : Play}
          shortcut="Space"
          aria-keyshortcuts="Space"
          onClick={onToggle}
        >
          {isForQueue
            ? queueMessages.add
            : isGoing
              ? words.pause
              : run.step === 'paused'
                ? words.continue
                : toggleWords(situation)}
        </Button>
      )}
      {onStop !== null && (
        <Button variant="quiet" icon={Square} onClick={onStop}>
          {words.stop}
        </Button>
      )}
    </>
  );
}

function toggleWords(situation: RunSituation): string {
  return situation === 'idle' || situation === 'listing' ? messages.run.start : messages.run.continueRun;
}

interface SituationProps {
  readonly open: OpenSurvey;
  readonly progress: RunProgressView;
  readonly situation: RunSituation;
}

function Situation({ open, progress, situation }: SituationProps) {
  const { run: words } = messages;
  const { done, total, failed, imagesPerMinute } = progress;
  const found = open.listing.step === 'idle' ? total : open.listing.found;
  switch (situation) {
    case 'elsewhere':
      return words.elsewhere(done, total);
    case 'empty':
      return words.empty;
    case 'listing':
      return words.listing(found);
    case 'no-package':
      return words.noPackage;
    case 'idle':
      return words.idle(total);
    case 'idle-some':
      return words.idleSome(done, total);
    case 'cut-off':
      return words.cutOff(done);
    case 'preparing':
      return open.run.step === 'preparing' ? <Preparing startedAt={open.run.startedAt} /> : null;
    case 'running':
      return open.listing.step === 'listing' ? words.listingMore(found) : null;
    case 'fell-back':
      return words.fellBack(imagesPerMinute === null ? null : formatNumber(imagesPerMinute));
    case 'paused':
      return words.paused(done, total);
    case 'stopped':
      return words.stopped(done, total);
    case 'finished':
      return words.finished(done, failed);
  }
}

function Preparing({ startedAt }: { readonly startedAt: number }) {
  return messages.run.preparing(useSecondsSince(startedAt));
}
