import { PackageSearch } from 'lucide-react';
import { messages } from '../../messages';
import { FileName } from '../../shared/file-name';
import { Note } from '../../shared/note';
import type { DetectorSource } from './detector-source';
import styles from './missing-detector.module.css';
import { ManualSteps } from './manual-steps';

const text = messages.models.missing;

/** What is missing, why, where it is published, and that dropping it is all there is to do. */
export function MissingDetector({ source }: { readonly source: DetectorSource }) {
  const { fileName, manual } = source;
  return (
    <Note tone="warn" icon={PackageSearch}>
      <div className={styles.missing}>
        <p>
          <strong>{text.title}</strong> {text.why} {text.how}
        </p>
        <p>
          {text.names} <FileName name={fileName} />
        </p>
        {manual !== null && <ManualSteps manual={manual} />}
      </div>
    </Note>
  );
}
