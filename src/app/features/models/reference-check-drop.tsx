import { Images } from 'lucide-react';
import { classNames } from '../../shared/class-names';
import { FileButton } from '../../shared/file-button';
import { Icon } from '../../shared/icon';
import { hasFiles, useIsDraggingFiles } from '../../shared/window-drag';
import { referenceCheckMessages as text } from '../../messages/reference-check-messages';
import styles from './reference-check-drop.module.css';

export interface ReferenceCheckDropProps {
  /** Called in the drop handler itself: the browser empties the list when it returns. */
  readonly onDropped: (data: DataTransfer) => void;
  readonly onFiles: (files: FileList) => void;
}

/** Takes photos for the check. They must not reach the window, which would open a survey with them. */
export function ReferenceCheckDrop({ onDropped, onFiles }: ReferenceCheckDropProps) {
  const isDragging = useIsDraggingFiles();
  return (
    <div
      className={classNames(styles.zone, isDragging && styles.dragging)}
      onDrop={(event) => {
        if (!hasFiles(event.nativeEvent)) return;
        event.preventDefault();
        event.stopPropagation();
        onDropped(event.dataTransfer);
      }}
    >
      <Icon of={Images} size={20} />
      <p className={styles.words}>{isDragging ? text.dragging : text.drop}</p>
      <FileButton kind="files" size="small" accept="image/*" onFiles={onFiles}>
        {text.choose}
      </FileButton>
    </div>
  );
}
