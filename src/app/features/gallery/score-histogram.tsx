import styles from './score-histogram.module.css';

export interface ScoreHistogramProps {
  readonly bins: readonly number[];
  readonly least: number;
  readonly most: number;
}

const HEIGHT = 32;

/** How the scores lie, above the slider that chooses among them. The square root keeps small bins visible. */
export function ScoreHistogram({ bins, least, most }: ScoreHistogramProps) {
  const highest = Math.max(1, ...bins);
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${bins.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
      focusable={false}
    >
      {bins.map((count, index) => {
        const height = Math.sqrt(count / highest) * HEIGHT;
        const isWithin = (index + 1) / bins.length > least && index / bins.length < most;
        return (
          <rect
            key={index}
            className={isWithin ? styles.within : styles.outside}
            x={index + 0.06}
            y={HEIGHT - height}
            width={0.88}
            height={height}
          />
        );
      })}
    </svg>
  );
}
