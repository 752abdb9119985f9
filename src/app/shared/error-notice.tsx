import { CircleAlert, TriangleAlert, X } from 'lucide-react';
import type { ConditionAction } from '../messages/condition-words';
import { wordsOf } from '../messages/conditions';
import { messages } from '../messages';
import type { Condition } from '../state/condition';
import { Button } from './button';
import { classNames } from './class-names';
import styles from './error-notice.module.css';
import { Icon } from './icon';
import { IconButton } from './icon-button';

export interface ErrorNoticeProps {
  readonly condition: Condition;
  /** What this place can do about it; a condition's button shows only when its deed is here. */
  readonly actions?: Partial<Record<ConditionAction, () => void>>;
  readonly onDismiss?: (() => void) | undefined;
  readonly tone?: 'danger' | 'warn';
  /** Across the top of the app: one line when there is room. */
  readonly isBanner?: boolean;
}

/** What happened, what it means for the data, what to do next; technical text under "Details". */
export function ErrorNotice({
  condition,
  actions = {},
  onDismiss,
  tone = 'danger',
  isBanner = false,
}: ErrorNoticeProps) {
  const words = wordsOf(condition);
  const act = words.action === null ? undefined : actions[words.action];
  return (
    <div className={classNames(styles.notice, styles[tone], isBanner && styles.banner)} role="alert">
      <Icon of={tone === 'danger' ? CircleAlert : TriangleAlert} />
      <div className={styles.words}>
        <p>
          <strong>{words.title}.</strong> {words.meaning} {words.next}
        </p>
        <details className={styles.details}>
          <summary>{messages.common.details}</summary>
          <pre className={styles.technical} lang="en" translate="no">
            {technicalText(condition)}
          </pre>
        </details>
      </div>
      {act !== undefined && words.action !== null && (
        <Button size="small" className={styles.act} onClick={act}>
          {messages.shell.conditionActions[words.action]}
        </Button>
      )}
      {onDismiss !== undefined && (
        <IconButton
          icon={X}
          size="small"
          className={styles.dismiss}
          label={messages.common.dismiss}
          onClick={onDismiss}
        />
      )}
    </div>
  );
}

function technicalText({ code, details, technical }: Condition): string {
  const values = Object.entries(details).map(([key, value]) => `${key}: ${value}`);
  return [code, ...values, technical].filter((line) => line !== null && line !== '').join('\n');
}
