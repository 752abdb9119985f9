import { CircleCheck, FileQuestionMark } from 'lucide-react';
import { messages } from '../../messages';
import { FileButton } from '../../shared/file-button';
import { FileName } from '../../shared/file-name';
import { Icon } from '../../shared/icon';
import type { Attached } from '../../state/app-state';
import styles from './mode-files.module.css';
import type { NeededFile } from './run-choices';

export interface ModeFilesProps {
  readonly needed: readonly NeededFile[];
  readonly attached: Pick<Attached, NeededFile>;
  readonly isLocked: boolean;
  readonly onFiles: (files: FileList) => void;
}

/** The files that the chosen kind of run starts from: what they are, and whether they are here. */
export function ModeFiles({ needed, attached, isLocked, onFiles }: ModeFilesProps) {
  const { setup: words } = messages;
  return (
    <ul className={styles.files}>
      {needed.map((name) => {
        const file = attached[name];
        return (
          <li key={name} className={styles.file}>
            <Icon of={file === null ? FileQuestionMark : CircleCheck} />
            <div className={styles.words}>
              <strong>{words.files[name].name}</strong>
              {file === null ? (
                <span>{words.files[name].missing}</span>
              ) : (
                <span>
                  <FileName name={file.fileName} /> {words.fileMatches(file.matched, file.count)}
                </span>
              )}
            </div>
            {!isLocked && (
              <FileButton kind="files" size="small" accept=".json" onFiles={onFiles}>
                {file === null ? words.chooseFile : words.replaceFile}
              </FileButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
