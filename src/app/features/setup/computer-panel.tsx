import { messages } from '../../messages';
import { LinkButton } from '../../shared/button';
import { formatTime } from '../../shared/format/format-date';
import { formatDuration } from '../../shared/format/format-duration';
import { Panel } from '../../shared/panel';
import { Segmented } from '../../shared/segmented';
import type { Preferences, RunView } from '../../state/app-state';
import { routes } from '../../state/routes';
import styles from './computer-panel.module.css';
import { useNow } from '../../shared/use-now';

export interface ComputerPanelProps {
  readonly run: RunView;
  readonly backend: Preferences['backend'];
  readonly onBackend: (backend: Preferences['backend']) => void;
}

const BACKENDS = ['auto', 'webgpu', 'wasm'] as const;

/** What computes, and how fast it was on the person's own photos. */
export function ComputerPanel({ run, backend, onBackend }: ComputerPanelProps) {
  const { setup: words } = messages;
  return (
    <Panel title={words.computer} isRoomy>
      <Speed run={run} />
      <div className={styles.wish}>
        <span>{words.backendWish}</span>
        <Segmented
          label={words.backendWish}
          segments={BACKENDS.map((value) => ({ value, label: words.backends[value] }))}
          value={backend}
          onChange={onBackend}
          size="small"
        />
      </div>
      <p className={styles.hint}>{words.closeLid}</p>
      <div>
        <LinkButton to={routes.settings} variant="quiet" size="small">
          {words.change}
        </LinkButton>
      </div>
    </Panel>
  );
}

function Speed({ run }: { readonly run: RunView }) {
  const { setup: words } = messages;
  const now = useNow();
  const progress = run.step === 'idle' ? null : run.progress;
  if (progress?.imagesPerMinute == null) return <p className={styles.hint}>{words.notMeasured}</p>;
  const { imagesPerMinute, secondsLeft } = progress;
  return (
    <>
      {secondsLeft !== null && secondsLeft > 0 && (
        <p className={styles.time}>
          <strong>{formatDuration(secondsLeft)}</strong> {words.doneAt(formatTime(now + secondsLeft * 1000))}
        </p>
      )}
      <p className={styles.hint}>
        {words.perMinute(imagesPerMinute)}. {words.measured}
      </p>
    </>
  );
}
