import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, type LucideIcon } from 'lucide-react';
import { messages } from '../messages';
import { keysOf } from './commands/command';
import styles from './keys.module.css';

/** Our typefaces have no arrows. */
const ARROWS: Readonly<Record<string, LucideIcon>> = {
  '←': ArrowLeft,
  '→': ArrowRight,
  '↑': ArrowUp,
  '↓': ArrowDown,
};

/** What a key is called in the person's language; letters, digits and signs are called what they are. */
function nameOf(key: string): string {
  const names: Readonly<Record<string, string>> = messages.keys.names;
  return Object.hasOwn(names, key) ? names[key]! : key;
}

/** A combination to be read out: "Shift+left arrow". */
export const combinationInWords = (combination: string): string => keysOf(combination).map(nameOf).join('+');

/** Key caps: `Ctrl+K` gives two. For the eye; the control itself carries aria-keyshortcuts or its name. */
export function Keys({ combination }: { readonly combination: string }) {
  return (
    <span className={styles.keys} aria-hidden>
      {keysOf(combination).map((key) => {
        const Arrow = ARROWS[key];
        return (
          <kbd key={key} className={styles.key}>
            {Arrow === undefined ? nameOf(key) : <Arrow size="1em" strokeWidth={2.25} />}
          </kbd>
        );
      })}
    </span>
  );
}
