import { Check, Copy, Ellipsis, FlaskConical, PackageCheck, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ModelPackage, PackageFile } from '../../../domain/model-package';
import { messages } from '../../messages';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { FileName } from '../../shared/file-name';
import { formatBytes } from '../../shared/format/format-bytes';
import { formatDate } from '../../shared/format/format-date';
import { Icon } from '../../shared/icon';
import { IconButton } from '../../shared/icon-button';
import { Menu } from '../../shared/menu';
import { Note } from '../../shared/note';
import { Panel } from '../../shared/panel';
import { Tag } from '../../shared/tag';
import textStyles from '../../shared/text.module.css';
import styles from './package-view.module.css';

const text = messages.models;

export interface PackageViewProps {
  readonly modelPackage: ModelPackage;
  readonly usedBy: number;
  readonly onRemove: () => void;
  readonly onCopied: () => void;
}

/** A stored package: what it is, its files with sizes and checksums, what was found out when it was added. */
export function PackageView({ modelPackage, usedBy, onRemove, onCopied }: PackageViewProps) {
  const [isAsking, setAsking] = useState(false);
  const { name, files, notes, isDemo } = modelPackage;
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  return (
    <Panel
      isRoomy
      icon={PackageCheck}
      title={name}
      aside={
        <>
          {isDemo && <Tag>{messages.common.demo}</Tag>}
          <Tag tone="success" icon={Check}>
            {text.readyOffline}
          </Tag>
          <Menu
            trigger={<IconButton icon={Ellipsis} size="small" label={messages.common.more(name)} />}
            entries={[
              { id: 'remove', label: text.remove, icon: Trash2, tone: 'danger', onSelect: () => setAsking(true) },
            ]}
          />
        </>
      }
    >
      <p className={`${textStyles.small} ${textStyles.quiet} ${styles.facts}`}>{factsOf(modelPackage, usedBy)}</p>
      <FileTable name={name} files={files} onCopied={onCopied} />
      {notes.map((note) => (
        <Note key={note.code}>{text.note(note)}</Note>
      ))}
      <footer className={styles.foot}>
        <span className={styles.fact}>
          <Icon of={FlaskConical} size={14} />
          {text.selfTest}
        </span>
        <span className={textStyles.quiet}>{text.added(formatDate(modelPackage.addedAt))}</span>
        <span className={textStyles.quiet}>{text.total(formatBytes(totalBytes))}</span>
      </footer>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={text.removeTitle(name)}
        confirmLabel={text.remove}
        onConfirm={onRemove}
      >
        <p>{text.removeText(formatBytes(totalBytes))}</p>
        {usedBy > 0 && <p>{text.removeUsed(usedBy)}</p>}
      </ConfirmDialog>
    </Panel>
  );
}

function factsOf({ type, detector, classifier, counts }: ModelPackage, usedBy: number): string {
  const kind = classifier === null ? text.detectorOnly : detector === null ? text.classifierOnly : text.types[type];
  const facts = [
    kind,
    counts.labels > 0 && classifier !== null ? text.labels(counts.labels) : null,
    counts.taxa > 0 ? text.taxa(counts.taxa) : null,
    counts.geofencedTaxa > 0 ? text.geofenced(counts.geofencedTaxa) : null,
    text.usedBy(usedBy),
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

interface FileTableProps {
  readonly name: string;
  readonly files: readonly PackageFile[];
  readonly onCopied: () => void;
}

function FileTable({ name, files, onCopied }: FileTableProps) {
  const copy = async (sha256: string) => {
    await navigator.clipboard.writeText(sha256);
    onCopied();
  };
  return (
    <table className={styles.files}>
      <caption className={textStyles.visuallyHidden}>{text.filesOf(name)}</caption>
      {/* The head is only for screen readers and out of the flow: widths have to be said here. */}
      <colgroup>
        <col className={styles.role} />
        <col />
        <col className={styles.size} />
        <col className={styles.checksum} />
      </colgroup>
      <thead className={textStyles.visuallyHidden}>
        <tr>
          <th scope="col">{text.columns.part}</th>
          <th scope="col">{text.columns.file}</th>
          <th scope="col">{text.columns.size}</th>
          <th scope="col">{text.columns.checksum}</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.role}>
            <th scope="row" className={styles.role}>
              {text.roles[file.role]}
            </th>
            <td className={styles.file}>
              <FileName name={file.name} />
            </td>
            <td className={styles.size}>{formatBytes(file.size)}</td>
            <td className={styles.checksum}>
              <code title={file.sha256}>
                {file.sha256.slice(0, 8)}…{file.sha256.slice(-5)}
              </code>
              <IconButton
                icon={Copy}
                size="small"
                label={text.copyChecksum(file.name)}
                onClick={() => void copy(file.sha256)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
