import { lazy, Suspense, useCallback, useState } from 'react';
import { messages } from '../../messages';
import { ScreenHeading } from '../../shared/screen-heading';
import { useActions, useAppState } from '../../state/app-store';
import { useTour } from '../../state/tour';
import { HomeAside } from './home-aside';
import styles from './home-screen.module.css';
import { OpenPhotos, type Opening } from './open-photos';
import { SurveyList } from './survey-list';

const Tour = lazy(() => import('../../shared/tour/tour').then((m) => ({ default: m.Tour })));

/** The first screen: open a folder, go on with a survey, see what this computer holds. */
export function HomeScreen() {
  const surveys = useAppState((state) => state.surveys);
  const packages = useAppState((state) => state.packages);
  const storage = useAppState((state) => state.storage);
  const network = useAppState((state) => state.network);
  const openId = useAppState((state) => state.open?.survey.id ?? null);
  const folder = useAppState((state) => state.open?.folder ?? null);
  const run = useAppState((state) => state.open?.run.step ?? null);
  const tour = useTour();
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
        {(surveys.length === 0 ? tour !== 'left' : tour === 'on') && (
          <Suspense fallback={null}>
            <Tour isFirstVisit={surveys.length === 0} />
          </Suspense>
        )}
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

/** One opening at a time; the state takes the person to what was opened. */
function useOpenPhotos() {
  const [busy, setBusy] = useState<Opening | null>(null);
  const openPhotos = async (what: Opening, open: (() => Promise<void>) | null) => {
    if (open === null || busy !== null) return;
    setBusy(what);
    await open();
    setBusy(null);
  };
  return { busy, openPhotos };
}
