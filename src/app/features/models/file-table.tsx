import { Copy } from 'lucide-react';
import type { PackageFile } from '../../../domain/model-package';
import { messages } from '../../messages';
import { FileName } from '../../shared/file-name';
import { formatBytes } from '../../shared/format/format-bytes';
import { IconButton } from '../../shared/icon-button';
import textStyles from '../../shared/text.module.css';
import styles from './file-table.module.css';

const text = messages.models;

export interface FileTableProps {
  /** The package's name. */
  readonly name: string;
  readonly files: readonly PackageFile[];
  readonly onCopied: () => void;
}

/** A package's files: what each is, its size and its checksum. */
export function FileTable({ name, files, onCopied }: FileTableProps) {
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
