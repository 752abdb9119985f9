import { ScanEye } from 'lucide-react';
import { speedMessages as text } from '../../messages/speed-messages';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import type { SecondLookCounts } from '../../state/use-second-look';
import rowStyles from './setup-row.module.css';

export interface SecondLookProps {
  readonly looks: SecondLookCounts;
  /** The photos can't be read now. */
  readonly isAway: boolean;
  readonly onStart: () => void;
}

/** After a fast run: how many answers are doubtful, and the button that asks the reference's detector about them. */
export function SecondLook({ looks, isAway, onStart }: SecondLookProps) {
  const { secondLook: words } = text;
  const { fast, done, doubtful } = looks;
  if (fast === 0 && done === 0) return null;
  return (
    <section aria-label={words.title} className={rowStyles.content}>
      {done > 0 && <p className={rowStyles.hint}>{words.done(done)}</p>}
      {doubtful === 0 && fast > 0 && <p className={rowStyles.hint}>{words.none}</p>}
      {doubtful !== null && doubtful > 0 && (
        <>
          <p className={rowStyles.hint}>{words.says(doubtful)}</p>
          {isAway && <p className={rowStyles.hint}>{messages.setup.startNeeds.folder}</p>}
          <Button size="small" className={rowStyles.deed} icon={ScanEye} disabled={isAway} onClick={onStart}>
            {words.start(doubtful)}
          </Button>
        </>
      )}
    </section>
  );
}
