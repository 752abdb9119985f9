import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, type LucideIcon } from 'lucide-react';
import styles from './keys.module.css';

/** Our typefaces have no arrows. */
const ARROWS: Readonly<Record<string, LucideIcon>> = {
  '←': ArrowLeft,
  '→': ArrowRight,
  '↑': ArrowUp,
  '↓': ArrowDown,
};

/** Key caps: `Ctrl+K` gives two. For the eye; the control itself carries aria-keyshortcuts or its name. */
export function Keys({ combination }: { readonly combination: string }) {
  return (
    <span className={styles.keys} aria-hidden>
      {combination.split(/(?<=.)\+/).map((key) => {
        const Arrow = ARROWS[key];
        return (
          <kbd key={key} className={styles.key}>
            {Arrow === undefined ? key : <Arrow size="1em" strokeWidth={2.25} />}
          </kbd>
        );
      })}
    </span>
  );
}
