import { Pause, Play } from 'lucide-react';
import { Link } from 'wouter';
import { messages } from '../messages';
import { formatDuration } from '../shared/format/format-duration';
import { formatPercent } from '../shared/format/number-format';
import { Icon } from '../shared/icon';
import type { RunView } from '../state/app-state';
import { useAppState } from '../state/app-store';
import { routes } from '../state/routes';
import styles from './run-pill.module.css';

/** While a run is on, wherever the person is: "23 %, 19 min". */
export function RunPill() {
  const surveyId = useAppState((state) => state.open?.survey.id ?? null);
  const run = useAppState((state) => state.open?.run ?? null);
  if (surveyId === null || run === null) return null;
  const words = wordsOf(run);
  if (words === null) return null;
  return (
    <Link to={routes.run(surveyId)} className={styles.pill} aria-label={messages.shell.runPillLabel(words)}>
      <Icon of={run.step === 'paused' ? Pause : Play} size={14} />
      {words}
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
