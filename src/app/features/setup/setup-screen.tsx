import { useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../messages';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { ScreenHeading } from '../../shared/screen-heading';
import type { OpenSurvey } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import { routes } from '../../state/routes';
import { useOpenSurvey } from '../../state/use-open-survey';
import { ComputerPanel } from './computer-panel';
import { FoundPanel } from './found-panel';
import { GeofenceRow } from './geofence-row';
import { ModeRow } from './mode-row';
import { PackageRow } from './package-row';
import { PlaceRow } from './place-row';
import styles from './setup-screen.module.css';
import { StartBar } from './start-bar';
import { startStateOf } from './start-state';

/** Where, with what, what for: defaults filled, one filled button. */
export function SetupScreen({ surveyId }: { readonly surveyId: string }) {
  const opened = useOpenSurvey(surveyId);
  return opened.step === 'open' ? <Setup open={opened.open} /> : null;
}

function Setup({ open }: { readonly open: OpenSurvey }) {
  const actions = useActions();
  const packages = useAppState((state) => state.packages);
  const preferences = useAppState((state) => state.preferences);
  const [isAsking, setAsking] = useState(false);
  const [, navigate] = useLocation();
  const { setup: words } = messages;
  const { survey, modelPackage, run } = open;
  const { settings, counts } = survey;
  const change = (part: Parameters<typeof actions.changeSurveySettings>[0]) => void actions.changeSurveySettings(part);
  const isLocked = counts.done > 0 || run.step === 'running' || run.step === 'preparing' || run.step === 'paused';
  const start = () => {
    if (run.step === 'paused') actions.resumeRun();
    else void actions.startRun();
    navigate(routes.run(survey.id));
  };
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <header className={styles.head}>
          <ScreenHeading documentTitle={`${messages.shell.setup} · ${survey.name}`}>{words.title}</ScreenHeading>
          <p>{words.intro}</p>
        </header>
        <PlaceRow place={settings.place} onChange={(place) => change({ place })} />
        <GeofenceRow
          isOn={settings.geofence}
          hasPlace={settings.place.country !== null}
          hasTable={modelPackage === null || modelPackage.counts.geofencedTaxa > 0}
          onChange={(geofence) => change({ geofence })}
        />
        <PackageRow
          packages={packages}
          chosen={modelPackage}
          wanted={settings.packageId}
          mode={settings.mode}
          lockedBy={isLocked ? counts.done : null}
          onChange={change}
          onStartOver={() => setAsking(true)}
        />
        <ModeRow
          mode={settings.mode}
          modelPackage={modelPackage}
          isLocked={isLocked}
          onChange={(mode) => change({ mode })}
        />
        <StartBar surveyId={survey.id} state={startStateOf(open)} onStart={start} />
      </div>
      <div className={styles.side}>
        <FoundPanel
          open={open}
          loadPreview={(filepath) => actions.previewUrl(survey.id, filepath)}
          onReconnect={() => void actions.reconnectFolder()}
        />
        <ComputerPanel
          run={run}
          backend={preferences.backend}
          onBackend={(backend) => void actions.changePreferences({ backend })}
        />
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={words.startOverTitle}
        confirmLabel={words.startOverConfirm}
        onConfirm={() => void actions.startOver()}
      >
        <p>{words.startOverText(counts.done)}</p>
      </ConfirmDialog>
    </div>
  );
}
