import { HardDrive } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Note } from '../../shared/note';
import { Panel } from '../../shared/panel';
import { StorageMeter } from '../../shared/storage-meter';
import textStyles from '../../shared/text.module.css';
import type { StorageView } from '../../state/app-state';
import styles from './settings-parts.module.css';

const text = messages.settings;

export interface StoragePanelProps {
  readonly storage: StorageView | null;
  readonly onRequestPersistence: () => Promise<void>;
}

export function StoragePanel({ storage, onRequestPersistence }: StoragePanelProps) {
  const [asked, setAsked] = useState<'no' | 'asking' | 'answered'>('no');
  const ask = async () => {
    setAsked('asking');
    await onRequestPersistence();
    setAsked('answered');
  };
  return (
    <Panel isRoomy title={text.storage} icon={HardDrive}>
      <p className={textStyles.secondary}>{text.whereText}</p>
      <StorageMeter storage={storage} />
      {storage !== null && !storage.isPersisted && (
        <div className={styles.acts}>
          <Button busyLabel={asked === 'asking' ? text.asking : null} onClick={() => void ask()}>
            {text.keep}
          </Button>
        </div>
      )}
      <div role="status">
        {asked === 'answered' && <Note>{storage?.isPersisted === true ? text.kept : text.keepRefused}</Note>}
      </div>
    </Panel>
  );
}
