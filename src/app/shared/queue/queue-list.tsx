import { ArrowUp, Check, CircleAlert, Play, X } from 'lucide-react';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { EndedRun } from '../../../domain/run-queue';
import { messages } from '../../messages';
import { wordsOf } from '../../messages/conditions';
import { queueMessages as words } from '../../messages/queue-messages';
import { useActions, useAppState } from '../../state/app-store';
import { queueStanding } from '../../state/queue-view';
import { routes } from '../../state/routes';
import { formatNumber } from '../format/number-format';
import { Icon } from '../icon';
import { IconButton } from '../icon-button';
import text from '../text.module.css';
import styles from './queue-list.module.css';

/** What was done, what is being done, what waits, in this order; what waits can be moved up and taken out. Nothing without a queue. */
export function QueueList() {
  const queue = useAppState((state) => state.queue);
  const standing = useAppState(queueStanding);
  const surveys = useAppState((state) => state.surveys);
  const isPaused = useAppState((state) => state.going?.run.step === 'paused');
  const actions = useActions();
  const list = useRef<HTMLOListElement>(null);
  if (standing === 'none') return null;
  const { current, waiting, ended, isElsewhere } = queue;
  const nameOf = (id: string) => surveys.find(({ survey }) => survey.id === id)?.survey.name ?? '';
  return (
    <>
      <ol ref={list} tabIndex={-1} aria-label={words.title} className={styles.list}>
        {ended.map((run) => (
          <Ended key={run.surveyId} run={run} isThere={nameOf(run.surveyId) !== ''} />
        ))}
        {current !== null && (
          <li className={styles.row}>
            <Icon of={Play} size={14} />
            <span className={styles.words}>
              <Name id={current} name={nameOf(current)} />
              <span className={styles.state}>
                {standing !== 'working' ? words.cutOff : isPaused ? messages.run.states.paused : words.running}
              </span>
            </span>
          </li>
        )}
        {waiting.map((id, index) => (
          <li key={id} className={styles.row}>
            <span className={styles.number} aria-hidden="true">
              {formatNumber(index + 1)}
            </span>
            <span className={styles.words}>
              <Name id={id} name={nameOf(id)} />
              {index === 0 ? (
                <span className={styles.state}>{words.next}</span>
              ) : (
                <span className={text.visuallyHidden}>{words.number(index + 1)}</span>
              )}
            </span>
            <span className={styles.acts}>
              <IconButton
                icon={ArrowUp}
                size="small"
                label={words.moveUp(nameOf(id))}
                // Not disabled: the button keeps the focus when its survey has come to the first place.
                aria-disabled={index === 0 || undefined}
                onClick={() => void actions.moveUpInQueue(id)}
              />
              <IconButton
                icon={X}
                size="small"
                label={words.removeOne(nameOf(id))}
                onClick={() => {
                  list.current?.focus(); // the button goes with its row
                  void actions.removeFromQueue(id);
                }}
              />
            </span>
          </li>
        ))}
      </ol>
      {isElsewhere && <p className={styles.note}>{words.elsewhere}</p>}
    </>
  );
}

function Ended({ run, isThere }: { readonly run: EndedRun; readonly isThere: boolean }) {
  const { surveyId, name, reason, done, failed } = run;
  return (
    <li className={styles.row}>
      <Icon of={reason === null ? Check : CircleAlert} size={14} />
      <span className={styles.words}>
        {isThere ? <Name id={surveyId} name={name} /> : <bdi className={styles.name}>{name}</bdi>}
        <span className={reason === null ? styles.state : styles.left}>
          {reason === null
            ? words.finished(done, failed)
            : words.left(wordsOf({ code: reason, details: { name }, technical: null }).title)}
        </span>
      </span>
    </li>
  );
}

function Name({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Link to={routes.run(id)} className={styles.name} title={name}>
      <bdi>{name}</bdi>
    </Link>
  );
}
