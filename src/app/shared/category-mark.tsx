import type { ReactNode } from 'react';
import styles from './category-mark.module.css';

/** What an image or a box shows. `human` in code; the screen says "Person". */
export type Category = 'animal' | 'human' | 'vehicle' | 'blank' | 'unknown';

export interface CategoryMarkProps {
  readonly category: Category;
  readonly size?: 14 | 16 | 20;
  /** Only when no word stands beside it. */
  readonly label?: string | undefined;
}

/** Our own marks: each category has a shape and a sign, so colour is never needed to tell them apart. */
export function CategoryMark({ category, size = 16, label }: CategoryMarkProps) {
  return (
    <svg
      className={styles[category]}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined || undefined}
    >
      {DRAWINGS[category]}
    </svg>
  );
}

/** Each part of a drawing is one path: a gallery draws hundreds of them, and elements cost more than lines. */
const ellipse = (x: number, y: number, across: number, down = across) =>
  `M${x - across} ${y}a${across} ${down} 0 1 1 ${2 * across} 0a${across} ${down} 0 1 1 ${-2 * across} 0z`;

const TOES = [
  ellipse(4.5, 7.3, 1.2, 1.5),
  ellipse(6.8, 4.8, 1.2, 1.6),
  ellipse(9.5, 4.8, 1.2, 1.6),
  ellipse(11.7, 7.3, 1.2, 1.5),
].join('');
const PAD =
  'M8.1 7.7c1.8 0 3.2 1.7 3.2 3.1 0 1.2-1 1.6-1.9 1.4-.9-.2-1.7-.2-2.6 0-.9.2-1.9-.2-1.9-1.4 0-1.4 1.4-3.1 3.2-3.1z';
const CAR = 'M3.2 10.3V8.2l1.4-.5 1.3-2.4h4.3l1.5 2.4 1.1.5v2.1z';

const DRAWINGS: Readonly<Record<Category, ReactNode>> = {
  animal: (
    <>
      <circle cx="8" cy="8" r="8" className={styles.shape} />
      <path d={`${TOES}${PAD}`} className={styles.sign} />
    </>
  ),
  human: (
    <>
      <rect width="16" height="16" rx="3" className={styles.shape} />
      <path d={`${ellipse(8, 5.3, 2.4)}M3.5 13c.3-2.9 2.1-4.4 4.5-4.4s4.2 1.5 4.5 4.4z`} className={styles.sign} />
    </>
  ),
  vehicle: (
    <>
      <path d="M4 1.4h8L16 8l-4 6.6H4L0 8z" className={styles.shape} />
      <path d={`${CAR}${ellipse(5.5, 10.5, 1.35)}${ellipse(10.5, 10.5, 1.35)}`} className={styles.sign} />
    </>
  ),
  blank: (
    <g className={styles.outline}>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M3.4 12.6l9.2-9.2" />
    </g>
  ),
  unknown: (
    <>
      <path d="M8 0l8 8-8 8-8-8z" className={styles.shape} />
      <path d="M6.2 6.3c0-1.1.8-1.8 1.9-1.8 1.2 0 2 .7 2 1.7 0 1.4-1.9 1.5-1.9 3" className={styles.stroke} />
      <circle cx="8.15" cy="11.3" r=".95" className={styles.sign} />
    </>
  ),
};
