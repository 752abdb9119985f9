import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SavedView } from '../../../storage/settings-store';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { classNames } from '../../shared/class-names';
import control from '../../shared/control.module.css';
import { Dialog } from '../../shared/dialog';
import { IconButton } from '../../shared/icon-button';
import text from '../../shared/text.module.css';
import { useActions } from '../../state/app-store';
import styles from './manage-views.module.css';
import { renameView } from './view-list';

export interface ManageViewsProps {
  readonly views: readonly SavedView[];
  readonly onChange: (views: readonly SavedView[]) => void;
  readonly onClose: () => void;
}

/** Saved views under other names, or away: with a way back. */
export function ManageViews({ views, onChange, onClose }: ManageViewsProps) {
  const actions = useActions();
  const { galleryViews } = messages;
  const remove = (name: string) => {
    onChange(views.filter((view) => view.name !== name));
    actions.notify('view-deleted', { name }, () => onChange(views));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={galleryViews.manageTitle}
      size="small"
      footer={
        <Button variant="primary" onClick={onClose}>
          {galleryViews.close}
        </Button>
      }
    >
      {views.length === 0 ? (
        <p className={text.secondary}>{galleryViews.empty}</p>
      ) : (
        <ul className={styles.list}>
          {views.map(({ name }) => (
            <li key={name} className={styles.view}>
              <NameInput name={name} onRename={(next) => onChange(renameView(views, name, next))} />
              <IconButton icon={Trash2} label={galleryViews.delete(name)} onClick={() => remove(name)} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

const LONGEST_NAME = 60;

/** Takes effect with Enter, and when it is left. An empty name is none. */
function NameInput({ name, onRename }: { readonly name: string; readonly onRename: (name: string) => void }) {
  const [written, setWritten] = useState(name);
  const rename = () => {
    if (written.trim() === '' || written.trim() === name) setWritten(name);
    else onRename(written.trim());
  };
  return (
    <input
      className={classNames(control.control, styles.name)}
      aria-label={messages.galleryViews.rename(name)}
      value={written}
      maxLength={LONGEST_NAME}
      onChange={({ target }) => setWritten(target.value)}
      onBlur={rename}
      onKeyDown={({ key }) => {
        if (key === 'Enter') rename();
      }}
    />
  );
}
