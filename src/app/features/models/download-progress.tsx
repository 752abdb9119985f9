import { Pause, Play, RotateCw, X } from 'lucide-react';
import { messages } from '../../messages';
import { wordsOf } from '../../messages/conditions';
import { Button } from '../../shared/button';
import { formatBytes } from '../../shared/format/format-bytes';
import { formatPercent } from '../../shared/format/number-format';
import { ProgressBar } from '../../shared/progress-bar';
import textStyles from '../../shared/text.module.css';
import type { ModelDownload } from '../../state/app-state';
import styles from './download-progress.module.css';

const text = messages.models.get;

/** By the id of the catalog's entry. */
export interface DownloadDeeds {
  readonly pause: (entryId: string) => void;
  readonly resume: (entryId: string) => void;
  readonly cancel: (entryId: string) => void;
}

export interface DownloadProgressProps {
  readonly name: string;
  readonly download: ModelDownload;
  readonly deeds: DownloadDeeds;
}

/** How far a download is, or why it ended; what has come so far is kept until it is cancelled. */
export function DownloadProgress({ name, download, deeds }: DownloadProgressProps) {
  const { entryId, step, done, total } = download;
  const label = text.downloading(name);
  const bytes =
    total === null ? text.ofUnknown(formatBytes(done)) : messages.models.bytesOf(formatBytes(done), formatBytes(total));
  const failure = download.step === 'failed' ? wordsOf(download.condition) : null;
  return (
    <div className={styles.download}>
      <ProgressBar label={label} done={done} total={total ?? 0} valueText={bytes} isAnnounced />
      <div className={styles.line}>
        <span role="status">{step === 'downloading' ? label : step === 'paused' ? text.paused : ''}</span>
        <span className={textStyles.numeric}>
          {total !== null && total > 0 && `${formatPercent(done / total)}, `}
          {bytes}
        </span>
        <span className={styles.deeds}>
          {step === 'downloading' ? (
            <Button size="small" icon={Pause} onClick={() => deeds.pause(entryId)}>
              {text.pause}
            </Button>
          ) : (
            <Button size="small" icon={step === 'paused' ? Play : RotateCw} onClick={() => deeds.resume(entryId)}>
              {step === 'paused' ? text.resume : text.again}
            </Button>
          )}
          <Button size="small" variant="quiet" icon={X} onClick={() => deeds.cancel(entryId)}>
            {messages.common.cancel}
          </Button>
        </span>
      </div>
      {failure !== null && (
        <p role="alert" className={textStyles.small}>
          <strong>{failure.title}.</strong> {failure.meaning} {failure.next}
        </p>
      )}
    </div>
  );
}
