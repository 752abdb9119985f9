import { Check, Loader, PackageOpen } from 'lucide-react';
import type { ModelPackage } from '../../../domain/model-package';
import { fileOf } from '../../../domain/model-package';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { FileName } from '../../shared/file-name';
import { formatBytes } from '../../shared/format/format-bytes';
import { formatPercent } from '../../shared/format/number-format';
import { Icon } from '../../shared/icon';
import { Panel } from '../../shared/panel';
import { ProgressBar } from '../../shared/progress-bar';
import textStyles from '../../shared/text.module.css';
import type { PackageJob } from '../../state/app-state';
import { ChoosePackageDialog } from './choose-package-dialog';
import styles from './package-job.module.css';
import { RefusedJob, type RefusedJobProps } from './refused-job';

const text = messages.models;

export interface PackageJobViewProps extends Omit<RefusedJobProps, 'job'> {
  readonly job: PackageJob;
  /** Installed packages, for a job that asks which of them a file is for. */
  readonly packages: readonly ModelPackage[];
  readonly onCancel: () => void;
  readonly onAnswer: (packageId: string | null) => void;
}

/** Files on their way in: the step and its bytes; a question; or why they were refused, and what to do. */
export function PackageJobView(props: PackageJobViewProps) {
  const { job, packages, onCancel, onAnswer } = props;
  if (job.step === 'refused') return <RefusedJob {...props} job={job} />;
  if (job.step === 'choosing') return <RuleFileQuestion job={job} packages={packages} onAnswer={onAnswer} />;
  return <JobUnderWay job={job} onCancel={onCancel} />;
}

type MovingJob = Extract<PackageJob, { step: 'checking' | 'storing' }>;

function JobUnderWay({ job, onCancel }: { readonly job: MovingJob; readonly onCancel: () => void }) {
  const { step, fileName, done, total } = progressOf(job);
  const label = text.adding(job.name);
  return (
    <Panel
      isRoomy
      icon={PackageOpen}
      title={label}
      aside={
        <>
          {total > 0 && <b className={styles.percent}>{formatPercent(done / total)}</b>}
          <Button size="small" onClick={onCancel}>
            {messages.common.cancel}
          </Button>
        </>
      }
    >
      <ProgressBar label={label} done={done} total={total} valueText={step} />
      <div className={styles.step}>
        {job.step === 'storing' && (
          <span className={styles.passed}>
            <Icon of={Check} size={14} /> {text.checked}
          </span>
        )}
        {/* Only the step is announced: its bytes change many times a second. */}
        <span className={styles.now} role="status">
          <Icon of={Loader} size={14} />
          <strong>{step}</strong>
        </span>
        {total > 0 && <span className={textStyles.numeric}>{text.bytesOf(formatBytes(done), formatBytes(total))}</span>}
        {fileName !== null && fileName !== job.name && <FileName name={fileName} />}
      </div>
    </Panel>
  );
}

interface JobProgress {
  readonly step: string;
  readonly fileName: string | null;
  readonly done: number;
  readonly total: number;
}

function progressOf(job: MovingJob): JobProgress {
  if (job.step === 'storing') {
    return { step: text.storing, fileName: null, done: job.doneBytes, total: job.totalBytes };
  }
  if (job.progress === null) return { step: text.checking, fileName: null, done: 0, total: 0 };
  const { step, name, done, total } = job.progress;
  return { step: text.steps[step], fileName: name === '' ? null : name, done, total };
}

interface RuleFileQuestionProps {
  readonly job: Extract<PackageJob, { step: 'choosing' }>;
  readonly packages: readonly ModelPackage[];
  readonly onAnswer: (packageId: string | null) => void;
}

function RuleFileQuestion({ job, packages, onAnswer }: RuleFileQuestionProps) {
  const { which } = text;
  const candidates = job.packages.flatMap((id) => packages.find((known) => known.id === id) ?? []);
  return (
    <Panel isRoomy icon={PackageOpen} title={text.adding(job.name)}>
      <p className={textStyles.quiet}>{which.waiting}</p>
      <ChoosePackageDialog
        title={which.title[job.role]}
        description={which.says(job.name, job.count)}
        label={which.packages}
        packages={candidates}
        textOf={(candidate) => which.replaces(fileOf(candidate, job.role)?.name ?? '')}
        confirmLabel={which.update}
        onChoose={onAnswer}
        onClose={() => onAnswer(null)}
      />
    </Panel>
  );
}
