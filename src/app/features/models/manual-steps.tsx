import { ExternalLink } from 'lucide-react';
import type { ManualDownload } from '../../../domain/model-catalog';
import { messages } from '../../messages';
import { Icon } from '../../shared/icon';
import styles from './manual-steps.module.css';

const text = messages.models.get;

/** Plain steps, and the page's address, which leaves the app. */
export function ManualSteps({ manual }: { readonly manual: ManualDownload }) {
  const { page, steps } = manual;
  return (
    <div className={styles.manual}>
      {steps.length > 0 && (
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      <a href={page} target="_blank" rel="noreferrer noopener" className={styles.link}>
        <span className={styles.words}>{text.openPage(new URL(page).host)}</span>
        <Icon of={ExternalLink} size={14} />
        <span className={styles.leaving}>{text.leaves}</span>
      </a>
    </div>
  );
}
