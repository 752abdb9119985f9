import { ImageOff } from 'lucide-react';
import { messages } from '../../messages';
import type { FolderState } from '../../state/app-state';
import { Icon } from '../icon';
import styles from './photo-note.module.css';
import { UnreadPhoto } from './unread-photo';
import type { Photo } from './use-photos';

/** Over a stage: says when only the small picture is shown, or none, and why. */
export function PhotoNote({ photo, folder }: { readonly photo: Photo; readonly folder: FolderState }) {
  const { image } = messages;
  if (photo.step === 'refused') return <UnreadPhoto problem={photo.problem} />;
  if (photo.step !== 'preview') return null;
  if (photo.url === null) {
    return (
      <div className={styles.none}>
        <Icon of={ImageOff} size={26} />
        <p>{image.noPreview}</p>
      </div>
    );
  }
  const text = folder.step === 'connected' ? image.previewOnlyProblem : image.previewOnly(folder.name);
  return <p className={styles.note}>{text}</p>;
}
