import { Copy, PackageX, X } from 'lucide-react';
import { messages } from '../../messages';
import { wordsOf } from '../../messages/conditions';
import { Button } from '../../shared/button';
import { FileButton } from '../../shared/file-button';
import { FileName } from '../../shared/file-name';
import { IconButton } from '../../shared/icon-button';
import { Panel } from '../../shared/panel';
import textStyles from '../../shared/text.module.css';
import type { PackageJob } from '../../state/app-state';
import { PACKAGE_FILES } from './add-package';
import styles from './package-job.module.css';

const text = messages.models;

export interface RefusedJobProps {
  readonly job: Extract<PackageJob, { step: 'refused' }>;
  readonly onDismiss: () => void;
  /** Other files instead of the refused ones. */
  readonly onFiles: (files: FileList) => void;
  readonly onCopied: () => void;
}

/** Why files were refused, what that means, what to do next; and a report for whoever can help. */
export function RefusedJob({ job, onDismiss, onFiles, onCopied }: RefusedJobProps) {
  const { condition } = job;
  const words = wordsOf(condition);
  const { report, where } = condition.details;
  const copy = async (whole: string) => {
    await navigator.clipboard.writeText(whole);
    onCopied();
  };
  return (
    <Panel
      isRoomy
      tone="danger"
      icon={PackageX}
      title={text.refused}
      aside={
        <>
          {words.action === 'choose-files' && (
            <FileButton kind="files" size="small" accept={PACKAGE_FILES} onFiles={onFiles}>
              {messages.shell.conditionActions['choose-files']}
            </FileButton>
          )}
          <IconButton icon={X} size="small" label={messages.common.dismiss} onClick={onDismiss} />
        </>
      }
    >
      <div className={styles.refused} role="alert">
        <FileName name={job.name} className={textStyles.quiet} />
        <p>
          {words.title}. {words.meaning}
        </p>
        <p className={textStyles.secondary}>{words.next}</p>
      </div>
      {condition.technical !== null && (
        <details className={textStyles.small}>
          <summary>{messages.common.details}</summary>
          {/* It may be long: the keyboard must be able to scroll it. */}
          <pre className={styles.technical} tabIndex={0} role="group" aria-label={messages.common.details}>
            {[
              `${condition.code}: ${condition.technical}`,
              where === undefined || where === '' ? null : text.foundAt(String(where)),
              report === undefined ? null : `\n${report}`,
            ]
              .filter((line) => line !== null)
              .join('\n')}
          </pre>
        </details>
      )}
      {report !== undefined && (
        <div className={styles.report}>
          <Button size="small" icon={Copy} onClick={() => void copy(String(report))}>
            {text.copyReport}
          </Button>
          <span className={textStyles.hint}>{text.reportHint}</span>
        </div>
      )}
    </Panel>
  );
}
