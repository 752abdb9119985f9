import { Pause, Play } from 'lucide-react';
import { Link } from 'wouter';
import { messages } from '../messages';
import { queueMessages } from '../messages/queue-messages';
import { formatDuration } from '../shared/format/format-duration';
import { formatPercent } from '../shared/format/number-format';
import { Icon } from '../shared/icon';
import type { RunView } from '../state/app-state';
import { useAppState } from '../state/app-store';
import { routes } from '../state/routes';
import styles from './run-pill.module.css';

/** While a run is on, wherever the person is, whatever survey is on the screen: "23 %, 19 min, 2 in the queue". */
export function RunPill() {
  const going = useAppState((state) => state.going);
  const openId = useAppState((state) => state.open?.survey.id ?? null);
  const count = useAppState((state) => state.queue.waiting.length);
  const words = going === null ? null : wordsOf(going.run);
  if (going === null || words === null) return null;
  const { surveyId, name, run } = going;
  const all = count === 0 ? words : queueMessages.pill(words, count);
  return (
    <Link
      to={routes.run(surveyId)}
      className={styles.pill}
      aria-label={messages.shell.runPillLabel(openId === surveyId ? all : `${name}, ${all}`)}
      title={name}
    >
      <Icon of={run.step === 'paused' ? Pause : Play} size={14} />
      {all}
    </Link>
  );
}

function wordsOf(run: RunView): string | null {
  if (run.step === 'preparing') return messages.shell.preparing;
  if (run.step !== 'running' && run.step !== 'paused') return null;
  const { done, total, secondsLeft } = run.progress;
  const percent = formatPercent(total > 0 ? done / total : 0);
  const timeLeft = run.step === 'running' && secondsLeft !== null ? formatDuration(secondsLeft) : null;
  return messages.shell.runPill(percent, timeLeft);
}
