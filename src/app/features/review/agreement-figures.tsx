import type { Agreement } from '../../../domain/review-modes/find-agreement';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { numberFormat } from '../../shared/format/number-format';
import styles from './agreement-screen.module.css';
import { formatShare } from './format-share';

const words = reviewModeMessages.agreement;

/** Overall agreement, and what of it is more than chance. */
export function AgreementFigures({ agreement: { share, agreed, images, kappa } }: { readonly agreement: Agreement }) {
  return (
    <dl className={styles.figures}>
      <div className={styles.figure}>
        <dt>{words.agreed}</dt>
        <dd>
          <strong>{share === null ? '' : formatShare(share)}</strong>
          <span className={styles.hint}>{words.of(agreed, images)}</span>
        </dd>
      </div>
      <div className={styles.figure}>
        <dt>{words.kappa}</dt>
        <dd>
          <strong>{kappa === null ? words.noKappa : formatKappa(kappa)}</strong>
          <span className={styles.hint}>{words.kappaHint}</span>
        </dd>
      </div>
    </dl>
  );
}

const formatKappa = (kappa: number) =>
  numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(kappa);
