import { useState } from 'react';
import { formatPercent } from './format/number-format';
import styles from './progress-bar.module.css';
import text from './text.module.css';

export interface ProgressBarProps {
  /** Its name: "Photos analysed". */
  readonly label: string;
  readonly done: number;
  /** 0 or less = nothing known yet: the bar is empty and says so with valueText. */
  readonly total: number;
  /** Part of `done` that could not be read: hatched at the end of the filled part. */
  readonly failed?: number;
  /** What a screen reader says instead of the percent: "1,204 of 5,310". */
  readonly valueText?: string | undefined;
  /** Say every tenth of the way once, politely. */
  readonly isAnnounced?: boolean;
}

export function ProgressBar({ label, done, total, failed = 0, valueText, isAnnounced = false }: ProgressBarProps) {
  const fraction = total > 0 ? Math.min(1, done / total) : 0;
  const failedFraction = total > 0 ? Math.min(fraction, failed / total) : 0;
  return (
    <>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={total > 0 ? Math.floor(fraction * 100) : undefined}
        aria-valuetext={valueText ?? formatPercent(fraction)}
      >
        <div className={styles.done} style={{ inlineSize: `${(fraction - failedFraction) * 100}%` }} />
        <div className={styles.failed} style={{ inlineSize: `${failedFraction * 100}%` }} />
      </div>
      {isAnnounced && <TenthAnnouncement label={label} fraction={fraction} />}
    </>
  );
}

/** Starts silent: a screen that opens in the middle of a run does not interrupt the reading of its heading. */
function TenthAnnouncement({ label, fraction }: { readonly label: string; readonly fraction: number }) {
  const [startedAt] = useState(() => tenthOf(fraction));
  const tenth = tenthOf(fraction);
  return (
    <span role="status" className={text.visuallyHidden}>
      {tenth === startedAt ? '' : `${label}: ${formatPercent(tenth / 10)}`}
    </span>
  );
}

const tenthOf = (fraction: number) => Math.floor(fraction * 10);
