import { CircleCheck, CircleX, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import { countVerdicts } from '../../../domain/compared-row';
import { messages } from '../../messages';
import { referenceCheckMessages as text } from '../../messages/reference-check-messages';
import { Icon } from '../../shared/icon';
import type { CheckView } from '../../state/reference-check';
import styles from './reference-check-standing.module.css';

/** How a check ended: in one line, with what was left out below it. */
export function ReferenceCheckStanding({ check }: { readonly check: CheckView }) {
  const { altered, others, condition, backend } = check;
  const { icon, tone, words } = standingOf(check);
  return (
    <div className={styles.standing}>
      <p className={`${styles.line} ${styles[tone]}`}>
        <Icon of={icon} />
        <strong>{words}</strong>
      </p>
      {altered.length > 0 && (
        <p className={`${styles.line} ${styles.warn}`}>
          <Icon of={TriangleAlert} />
          <span>{text.altered(altered)}</span>
        </p>
      )}
      {others > 0 && <p className={styles.note}>{text.others(others)}</p>}
      {backend !== null && <p className={styles.note}>{text.onBackend[backend.used]}</p>}
      {condition !== null && (
        <details className={styles.note}>
          <summary>{messages.common.details}</summary>
          <pre className={styles.technical}>{[condition.code, condition.technical].join('\n')}</pre>
        </details>
      )}
    </div>
  );
}

interface Standing {
  readonly icon: LucideIcon;
  readonly tone: 'success' | 'danger' | 'warn' | 'quiet';
  readonly words: string;
}

function standingOf({ step, rows, done, total }: CheckView): Standing {
  if (step === 'refused') return { icon: Info, tone: 'quiet', words: text.refused };
  if (step === 'stopped') return { icon: TriangleAlert, tone: 'warn', words: text.stopped };
  if (step === 'cancelled') return { icon: Info, tone: 'quiet', words: text.cancelled };
  if (total === 0) return { icon: Info, tone: 'quiet', words: text.noPhotos };
  const { within, outside, missing } = countVerdicts(rows);
  return outside + missing === 0
    ? { icon: CircleCheck, tone: 'success', words: text.allWithin(within, done) }
    : { icon: CircleX, tone: 'danger', words: text.notAll(within, outside, missing) };
}
