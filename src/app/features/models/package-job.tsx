import { Check, Loader, PackageOpen, PackageX, X } from 'lucide-react';
import { messages } from '../../messages';
import { wordsOf } from '../../messages/conditions';
import { Button } from '../../shared/button';
import { FileButton } from '../../shared/file-button';
import { FileName } from '../../shared/file-name';
import { formatBytes } from '../../shared/format/format-bytes';
import { formatPercent } from '../../shared/format/number-format';
import { Icon } from '../../shared/icon';
import { IconButton } from '../../shared/icon-button';
import { Panel } from '../../shared/panel';
import { ProgressBar } from '../../shared/progress-bar';
import textStyles from '../../shared/text.module.css';
import type { PackageJob } from '../../state/app-state';
import { PACKAGE_FILES } from './add-package';
import styles from './package-job.module.css';

const text = messages.models;

export interface PackageJobViewProps {
  readonly job: PackageJob;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
  /** Other files instead of the refused ones. */
  readonly onFiles: (files: FileList) => void;
}

/** A package on its way in: the step and its bytes; or why it was refused, and what to do. */
export function PackageJobView({ job, onCancel, onDismiss, onFiles }: PackageJobViewProps) {
  if (job.step === 'refused') return <RefusedJob job={job} onDismiss={onDismiss} onFiles={onFiles} />;
  const progress = progressOf(job);
  const label = text.adding(job.name);
  return (
    <Panel
      isRoomy
      icon={PackageOpen}
      title={label}
      aside={
        <>
          {progress.total > 0 && <b className={styles.percent}>{formatPercent(progress.done / progress.total)}</b>}
          <Button size="small" onClick={onCancel}>
            {messages.common.cancel}
          </Button>
        </>
      }
    >
      <ProgressBar label={label} done={progress.done} total={progress.total} valueText={progress.words} isAnnounced />
      <p className={styles.step} role="status">
        {job.step === 'storing' && (
          <span className={styles.passed}>
            <Icon of={Check} size={14} /> {text.checking}
          </span>
        )}
        <span className={styles.now}>
          <Icon of={Loader} size={14} />
          <strong>{progress.step}</strong>
        </span>
        {progress.total > 0 && (
          <span className={textStyles.numeric}>
            {text.bytesOf(formatBytes(progress.done), formatBytes(progress.total))}
          </span>
        )}
        {progress.fileName !== null && <FileName name={progress.fileName} />}
        {job.step === 'checking' && <span className={textStyles.quiet}>{text.thenStoring}</span>}
      </p>
    </Panel>
  );
}

interface JobProgress {
  readonly step: string;
  readonly fileName: string | null;
  readonly done: number;
  readonly total: number;
  readonly words: string;
}

function progressOf(job: Exclude<PackageJob, { step: 'refused' }>): JobProgress {
  if (job.step === 'storing') {
    return { step: text.storing, fileName: null, done: job.doneBytes, total: job.totalBytes, words: text.storing };
  }
  if (job.progress === null) return { step: text.checking, fileName: null, done: 0, total: 0, words: text.checking };
  const { step, name, done, total } = job.progress;
  return { step: text.steps[step], fileName: name === '' ? null : name, done, total, words: text.steps[step] };
}

interface RefusedJobProps {
  readonly job: Extract<PackageJob, { step: 'refused' }>;
  readonly onDismiss: () => void;
  readonly onFiles: (files: FileList) => void;
}

function RefusedJob({ job, onDismiss, onFiles }: RefusedJobProps) {
  const words = wordsOf(job.condition);
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
        {job.condition.technical !== null && (
          <details className={textStyles.small}>
            <summary>{messages.common.details}</summary>
            <code className={styles.technical}>
              {job.condition.code}: {job.condition.technical}
            </code>
          </details>
        )}
      </div>
    </Panel>
  );
}
