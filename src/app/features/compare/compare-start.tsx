import { GitCompareArrows } from 'lucide-react';
import { compareMessages } from '../../messages/compare-messages';
import { DropZone } from '../../shared/drop-zone';
import { ErrorNotice } from '../../shared/error-notice';
import { FileButton } from '../../shared/file-button';
import { Note } from '../../shared/note';
import type { ComparisonView } from '../../state/comparison-view';
import styles from './compare-start.module.css';

export interface CompareStartProps {
  readonly view: Extract<ComparisonView, { step: 'none' | 'refused' | 'reading' }>;
  readonly onFiles: (files: FileList) => void;
  readonly onDismiss: () => void;
}

/** Which file to compare with; why the last one was none. */
export function CompareStart({ view, onFiles, onDismiss }: CompareStartProps) {
  const { start, reading } = compareMessages;
  return (
    <div className={styles.start}>
      {view.step === 'refused' && <ErrorNotice condition={view.condition} onDismiss={onDismiss} />}
      <div role="status">
        {view.step === 'reading' && (
          <Note>
            <p>{reading(view.fileName, view.entries)}</p>
          </Note>
        )}
      </div>
      {view.step !== 'reading' && (
        <DropZone
          icon={GitCompareArrows}
          title={start.title}
          dragTitle={start.dragging}
          text={start.text}
          actions={
            <FileButton kind="files" variant="primary" accept=".json" onFiles={onFiles}>
              {start.choose}
            </FileButton>
          }
        />
      )}
    </div>
  );
}
