import type { BackendReport } from '../../../rpc/inference-api';
import { messages } from '../../messages';
import { ScreenHeading } from '../../shared/screen-heading';
import type { RunView } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import { AboutPanel } from './about-panel';
import { AppearancePanel } from './appearance-panel';
import { ComputingPanel } from './computing-panel';
import { NamesPanel } from './names-panel';
import { NetworkPanel } from './network-panel';
import styles from './settings-screen.module.css';
import { StoragePanel } from './storage-panel';

export function SettingsScreen() {
  const preferences = useAppState((state) => state.preferences);
  const storage = useAppState((state) => state.storage);
  const network = useAppState((state) => state.network);
  const backend = useAppState((state) => (state.open === null ? null : backendOf(state.open.run)));
  const actions = useActions();
  const change = (part: Partial<typeof preferences>) => void actions.changePreferences(part);
  return (
    <div className={styles.screen}>
      <ScreenHeading documentTitle={messages.settings.title}>{messages.settings.title}</ScreenHeading>
      <AppearancePanel preferences={preferences} onChange={change} />
      <ComputingPanel preferences={preferences} backend={backend} onChange={change} />
      <NamesPanel />
      <StoragePanel storage={storage} onRequestPersistence={() => actions.requestPersistence()} />
      <NetworkPanel network={network} onCopied={() => actions.notify('copied')} />
      <AboutPanel version={__APP_VERSION__} />
    </div>
  );
}

function backendOf(run: RunView): BackendReport | null {
  return run.step === 'idle' ? null : run.progress.backend;
}
