import { MapPinPlus, Pencil, X } from 'lucide-react';
import { useState } from 'react';
import type { FolderPlace } from '../../../domain/folder-places';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { FileName } from '../../shared/file-name';
import { IconButton } from '../../shared/icon-button';
import { placeName } from '../../shared/place/country-names';
import type { OpenSurvey } from '../../state/app-state';
import { FolderPlaceDialog } from './folder-place-dialog';
import styles from './folder-places.module.css';

export interface FolderPlacesProps {
  readonly places: readonly FolderPlace[];
  readonly images: OpenSurvey['images'];
  readonly onChange: (places: readonly FolderPlace[]) => void;
}

/** Folders whose photos were taken elsewhere: the deepest one counts for a photo. */
export function FolderPlaces({ places, images, onChange }: FolderPlacesProps) {
  const { setup: words } = messages;
  /** The entry being changed; `new` = one more. */
  const [editing, setEditing] = useState<FolderPlace | 'new' | null>(null);
  const save = (entry: FolderPlace) => {
    const others = places.filter((other) => other !== editing && other.folder !== entry.folder);
    onChange([...others, entry].toSorted((a, b) => (a.folder < b.folder ? -1 : 1)));
    setEditing(null);
  };
  return (
    <section className={styles.group} aria-label={words.folderPlaces}>
      <div className={styles.head}>
        <h3>{words.folderPlaces}</h3>
        <Button size="small" icon={MapPinPlus} onClick={() => setEditing('new')}>
          {words.addFolderPlace}
        </Button>
      </div>
      {places.length === 0 ? (
        <p className={styles.hint}>{words.folderPlacesNone}</p>
      ) : (
        <ul className={styles.list}>
          {places.map((entry) => (
            <li key={entry.folder} className={styles.entry}>
              <FileName name={entry.folder} />
              <span className={styles.place}>{placeName(entry.place)}</span>
              <span className={styles.acts}>
                <IconButton
                  icon={Pencil}
                  size="small"
                  label={words.changeFolderPlace(entry.folder)}
                  onClick={() => setEditing(entry)}
                />
                <IconButton
                  icon={X}
                  size="small"
                  label={words.removeFolderPlace(entry.folder)}
                  onClick={() => onChange(places.filter((other) => other !== entry))}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
      {editing !== null && (
        <FolderPlaceDialog
          entry={editing === 'new' ? null : editing}
          images={images}
          onSave={save}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}
