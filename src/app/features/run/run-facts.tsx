import type { ReactNode } from 'react';
import { messages } from '../../messages';
import { formatTime } from '../../shared/format/format-date';
import { formatDuration } from '../../shared/format/format-duration';
import { formatNumber } from '../../shared/format/number-format';
import { useNow } from '../../shared/use-now';
import type { RunProgressView } from '../../state/app-state';
import styles from './run-facts.module.css';
import { doneAt } from './run-progress';

export interface RunFactsProps {
  readonly progress: RunProgressView;
  readonly isGoing: boolean;
}

/** Time left, speed, backend and why, time per photo, failures; what broke down and was started anew, when something did. */
export function RunFacts({ progress, isGoing }: RunFactsProps) {
  const { facts, notKnown, perMinute } = messages.run;
  const { imagesPerMinute, failed, restarts, backend, stageMs } = progress;
  const totalMs = stageMs.read + stageMs.detect + stageMs.name + stageMs.store;
  return (
    <dl className={styles.facts}>
      <Fact name={facts.timeLeft}>
        <TimeLeft progress={progress} isGoing={isGoing} />
      </Fact>
      <Fact name={facts.speed}>
        {imagesPerMinute === null ? (
          <small>{notKnown}</small>
        ) : (
          <>
            {formatNumber(imagesPerMinute)} <small>{perMinute}</small>
          </>
        )}
      </Fact>
      <Fact name={facts.backend}>{backend === null ? <small>{notKnown}</small> : <Backend backend={backend} />}</Fact>
      <Fact name={facts.timePerPhoto}>
        {totalMs === 0 ? <small>{notKnown}</small> : <TimePerPhoto stageMs={stageMs} totalMs={totalMs} />}
      </Fact>
      <Fact name={facts.failed}>{formatNumber(failed)}</Fact>
      {restarts > 0 && (
        <Fact name={facts.restarts}>
          {messages.run.restarts(restarts)} <small className={styles.reason}>{messages.run.restartsHint}</small>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TimeLeft({ progress, isGoing }: RunFactsProps) {
  const { run: words } = messages;
  const { secondsLeft, done, total } = progress;
  const at = doneAt(secondsLeft, useNow());
  if (total > 0 && done >= total) return <small>{words.noTimeLeft}</small>;
  if (secondsLeft === null || at === null) return <small>{words.notKnown}</small>;
  return (
    <>
      {formatDuration(secondsLeft)} {isGoing && <small>{words.doneAt(formatTime(at))}</small>}
    </>
  );
}

function Backend({ backend }: { readonly backend: NonNullable<RunProgressView['backend']> }) {
  const { backends, reasons, threads } = messages.run;
  const what = backend.used === 'webgpu' ? backend.adapter : threads(backend.threads, backend.workers ?? 1);
  return (
    <>
      {backends[backend.used]} {what !== null && <small>{what}</small>}
      <small className={styles.reason} title={detailOf(backend)}>
        {reasons[backend.reason]}
      </small>
    </>
  );
}

/** What stands behind the reason; undefined = nothing more. */
function detailOf({ finding, detail }: NonNullable<RunProgressView['backend']>): string | undefined {
  return finding === undefined ? detail || undefined : messages.backendFindings.words(finding);
}

interface TimePerPhotoProps {
  readonly stageMs: RunProgressView['stageMs'];
  readonly totalMs: number;
}

function TimePerPhoto({ stageMs, totalMs }: TimePerPhotoProps) {
  const { milliseconds, stages } = messages.run;
  return (
    <>
      {milliseconds(Math.round(totalMs))}{' '}
      <small>{stages(formatNumber(stageMs.read), formatNumber(stageMs.detect), formatNumber(stageMs.name))}</small>
    </>
  );
}
