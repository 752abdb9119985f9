import { classNames } from './class-names';
import styles from './score-bar.module.css';

export interface ScoreBarProps {
  /** 0 to 1. */
  readonly value: number;
  /** Detector conf = hollow, classifier score = solid, held back by the geofence = hatched. */
  readonly kind: 'conf' | 'score' | 'blocked';
  /** The value that decided. */
  readonly isDeciding?: boolean;
}

/** Its length carries the value; the number always stands beside it, so it is hidden from screen readers. */
export function ScoreBar({ value, kind, isDeciding = false }: ScoreBarProps) {
  return (
    <div className={classNames(styles.track, styles[kind], isDeciding && styles.deciding)} aria-hidden>
      <div className={styles.fill} style={{ inlineSize: `${Math.min(1, Math.max(0, value)) * 100}%` }} />
    </div>
  );
}
