import { FolderInput } from 'lucide-react';
import { useContext, useEffect } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../messages';
import { Icon } from '../shared/icon';
import { hasFiles, useIsDraggingFiles } from '../shared/window-drag';
import { AppContext } from '../state/app-store';
import { routes } from '../state/routes';
import styles from './drop-overlay.module.css';

/** The whole window takes photos, folders and model packages. */
export function DropOverlay() {
  const isDragging = useIsDraggingFiles();
  const app = useContext(AppContext);
  const [, navigate] = useLocation();
  useEffect(() => {
    if (app === null) return;
    const { store, actions } = app;
    const over = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      // Without this the browser would leave the app and show the file.
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      // Model files begin a job: the person is taken to where it is shown.
      const known = new Set(store.getState().packageJobs.map(({ id }) => id));
      const stopWatching = store.subscribe(({ packageJobs }) => {
        if (packageJobs.some(({ id }) => !known.has(id))) navigate(routes.models);
        for (const { id } of packageJobs) known.add(id);
      });
      // At once: the files are gone from the event when this handler is over.
      void actions.openDropped(event.dataTransfer).finally(stopWatching);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [app, navigate]);
  if (!isDragging) return null;
  return (
    <div className={styles.overlay}>
      <div className={styles.card}>
        <Icon of={FolderInput} size={26} />
        <p className={styles.title}>{messages.shell.dropToOpen}</p>
        <p className={styles.hint}>{messages.shell.dropHint}</p>
      </div>
    </div>
  );
}
