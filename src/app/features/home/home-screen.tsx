import { useCallback, useContext, useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../messages';
import { ScreenHeading } from '../../shared/screen-heading';
import { AppContext, useActions, useAppState } from '../../state/app-store';
import { routes } from '../../state/routes';
import { HomeAside } from './home-aside';
import styles from './home-screen.module.css';
import { OpenPhotos } from './open-photos';
import { SurveyList } from './survey-list';

/** The first screen: open a folder, go on with a survey, see what this computer holds. */
export function HomeScreen() {
  const surveys = useAppState((state) => state.surveys);
  const packages = useAppState((state) => state.packages);
  const storage = useAppState((state) => state.storage);
  const network = useAppState((state) => state.network);
  const openId = useAppState((state) => state.open?.survey.id ?? null);
  const folder = useAppState((state) => state.open?.folder ?? null);
  const run = useAppState((state) => state.open?.run.step ?? null);
  const actions = useActions();
  const { busy, openPhotos } = useOpenPhotos();
  const previewUrl = useCallback(
    (surveyId: string, filepath: string) => actions.previewUrl(surveyId, filepath),
    [actions],
  );
  return (
    <div className={styles.home}>
      <ScreenHeading documentTitle={messages.home.title} isHidden>
        {messages.home.title}
      </ScreenHeading>
      <div className={styles.column}>
        <OpenPhotos
          busy={busy}
          onPickFolder={actions.pickFolder === null ? null : () => void openPhotos('folder', actions.pickFolder)}
          onFiles={(files) => void openPhotos('files', () => actions.openInputFiles(files))}
          onDemo={() => void openPhotos('demo', () => actions.tryDemo())}
          isPackageMissing={packages.length === 0}
        />
        <SurveyList
          cards={surveys}
          openSurvey={
            openId === null || folder === null
              ? null
              : { id: openId, folder, isRunning: run === 'running' || run === 'preparing' }
          }
          previewUrl={previewUrl}
          onRename={(id, name) => actions.renameSurvey(id, name)}
          onDelete={(id) => void actions.deleteSurvey(id)}
        />
      </div>
      <HomeAside packages={packages} storage={storage} network={network} />
    </div>
  );
}

export type Opening = 'folder' | 'files' | 'demo';

/** A folder that is already open is no news to the shell, so whoever opens it again is taken to it from here. */
function useOpenPhotos() {
  const app = useContext(AppContext);
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState<Opening | null>(null);
  const openPhotos = async (what: Opening, open: (() => Promise<void>) | null) => {
    if (app === null || open === null || busy !== null) return;
    const before = app.store.getState().open;
    setBusy(what);
    await open();
    setBusy(null);
    const after = app.store.getState().open;
    const isOpened = after !== null && (what === 'demo' ? after.survey.isDemo : after.listing !== before?.listing);
    if (isOpened) navigate(routes.setup(after.survey.id));
  };
  return { busy, openPhotos };
}
