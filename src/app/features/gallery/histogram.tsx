import styles from './histogram.module.css';

export interface HistogramProps {
  readonly bins: readonly number[];
  /** Whether the filter lets through what is in the bin with this number. */
  readonly isWithin: (bin: number) => boolean;
}

const HEIGHT = 32;

/** How images lie along a range, above the control that chooses among them. The square root keeps small bins visible. */
export function Histogram({ bins, isWithin }: HistogramProps) {
  const highest = Math.max(1, ...bins);
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${bins.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
      focusable={false}
    >
      {bins.map((count, bin) => {
        const height = Math.sqrt(count / highest) * HEIGHT;
        return (
          <rect
            key={bin}
            className={isWithin(bin) ? styles.within : styles.outside}
            x={bin + 0.06}
            y={HEIGHT - height}
            width={0.88}
            height={height}
          />
        );
      })}
    </svg>
  );
}
