import { FolderInput } from 'lucide-react';
import { useEffect } from 'react';
import { messages } from '../messages';
import { Icon } from '../shared/icon';
import { hasFiles, useIsDraggingFiles } from '../shared/window-drag';
import { useActions } from '../state/app-store';
import styles from './drop-overlay.module.css';

/** The whole window takes photos, folders and model packages; on a survey's screens, also what belongs to the survey. */
export function DropOverlay({ isSurvey }: { readonly isSurvey: boolean }) {
  const isDragging = useIsDraggingFiles();
  const actions = useActions();
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      // Without this the browser would leave the app and show the file.
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      // At once: the files are gone from the event when this handler is over.
      void actions.openDropped(event.dataTransfer);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [actions]);
  if (!isDragging) return null;
  return (
    <div className={styles.overlay} aria-hidden>
      <div className={styles.card}>
        <Icon of={FolderInput} size={26} />
        <p className={styles.title}>{messages.shell.dropToOpen}</p>
        <p className={styles.hint}>{isSurvey ? messages.shell.dropHintSurvey : messages.shell.dropHint}</p>
      </div>
    </div>
  );
}
