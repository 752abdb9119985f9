import styles from './skeleton.module.css';

export interface SkeletonProps {
  /** Any CSS length. */
  readonly width?: string;
  readonly height?: string;
}

/** The place of something that is being read. Say what is loading once, in words, on the region around it. */
export function Skeleton({ width = '100%', height = '1em' }: SkeletonProps) {
  return <span className={styles.skeleton} style={{ inlineSize: width, blockSize: height }} aria-hidden />;
}
