import { FolderOpen, PackagePlus, Sprout } from 'lucide-react';
import { messages } from '../../messages';
import { Button, LinkButton } from '../../shared/button';
import { DropZone } from '../../shared/drop-zone';
import { FileButton } from '../../shared/file-button';
import { Note } from '../../shared/note';
import { routes } from '../../state/routes';
import styles from './open-photos.module.css';

const text = messages.home;

/** What the file dialog offers first. Other files are not refused: the bytes decide. */
const PHOTOS = 'image/*,.jpg,.jpeg,.png,.tif,.tiff,.webp,.bmp,.gif';

export type Opening = 'folder' | 'files' | 'demo';

export interface OpenPhotosProps {
  readonly busy: Opening | null;
  /** Null where the browser has no folder picker of its own: then its file dialog asks for a folder. */
  readonly onPickFolder: (() => void) | null;
  readonly onFiles: (files: FileList) => void;
  readonly onDemo: () => void;
  readonly isPackageMissing: boolean;
}

export function OpenPhotos({ busy, onPickFolder, onFiles, onDemo, isPackageMissing }: OpenPhotosProps) {
  return (
    <>
      <DropZone
        icon={FolderOpen}
        title={text.dropTitle}
        text={text.dropText}
        dragTitle={text.dropDragging}
        actions={
          <div className={styles.openers} data-tour="open">
            {onPickFolder === null ? (
              <FileButton kind="folder" variant="primary" size="large" onFiles={onFiles}>
                {text.openFolder}
              </FileButton>
            ) : (
              <Button
                variant="primary"
                size="large"
                busyLabel={busy === 'folder' ? text.opening : null}
                onClick={onPickFolder}
              >
                {text.openFolder}
              </Button>
            )}
            <FileButton kind="files" variant="quiet" accept={PHOTOS} onFiles={onFiles}>
              {text.chooseFiles}
            </FileButton>
          </div>
        }
      />
      <div className={styles.others}>
        <Button
          size="small"
          icon={Sprout}
          className={styles.other}
          data-tour="demo"
          busyLabel={busy === 'demo' ? text.loadingDemo : null}
          onClick={onDemo}
        >
          {text.tryDemo} <span className={styles.hint}>{text.tryDemoHint}</span>
        </Button>
      </div>
      {isPackageMissing && (
        <Note icon={PackagePlus}>
          <p>
            <strong>{text.noPackageTitle}.</strong> {text.noPackageText}
          </p>
          <p className={styles.noteAction}>
            <LinkButton to={routes.models} size="small">
              {text.addPackage}
            </LinkButton>
          </p>
        </Note>
      )}
    </>
  );
}
