import { useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../messages';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { ScreenHeading } from '../../shared/screen-heading';
import type { OpenSurvey } from '../../state/app-state';
import { useActions, useAppState, useFastMaker } from '../../state/app-store';
import { mustWait, placeInQueue } from '../../state/queue-view';
import { routes } from '../../state/routes';
import { useLackingAnimals } from '../../state/use-lacking-animals';
import { useOpenSurvey } from '../../state/use-open-survey';
import { ComputerPanel } from './computer-panel';
import { FilesPanel } from './files-panel';
import { FoundPanel } from './found-panel';
import { ModeRow } from './mode-row';
import { PackageRow } from './package-row';
import { PlaceRow } from './place-row';
import { RulesRow } from './rules-row';
import { canNameAnimals, isDetectorAsked } from './run-choices';
import styles from './setup-screen.module.css';
import { SpeciesForRow } from './species-for-row';
import { SpeedRow } from './speed-row';
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
  const maker = useFastMaker();
  const [isAsking, setAsking] = useState(false);
  const [, navigate] = useLocation();
  const { setup: words } = messages;
  const { survey, modelPackage, run } = open;
  const { settings, counts } = survey;
  const change = (part: Parameters<typeof actions.changeSurveySettings>[0]) => void actions.changeSurveySettings(part);
  const isGoing = ['running', 'preparing', 'paused', 'elsewhere'].includes(run.step);
  const isLocked = counts.done > 0 || isGoing;
  const lacking = useLackingAnimals(open) ?? 0;
  const isForQueue = useAppState((state) => mustWait(state, survey.id));
  const place = useAppState((state) => placeInQueue(state, survey.id));
  const addFiles = (files: FileList) => void actions.importFiles([...files]);
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
        <PlaceRow settings={settings} images={open.images} instances={open.attached.instances} onChange={change} />
        <PackageRow
          packages={packages}
          chosen={modelPackage}
          wanted={settings.packageId}
          mode={settings.mode}
          attached={open.attached}
          lockedBy={isLocked ? counts.done : null}
          onChange={change}
          onStartOver={() => setAsking(true)}
        />
        <ModeRow
          mode={settings.mode}
          modelPackage={modelPackage}
          attached={open.attached}
          isLocked={isLocked}
          isGoing={isGoing}
          onChange={(mode) => change({ mode })}
          onFiles={addFiles}
        />
        {isDetectorAsked(settings.mode) && (
          <SpeedRow
            open={open}
            packages={packages}
            maker={maker}
            isGoing={isGoing}
            onChange={(speedPreset) => change({ speedPreset })}
            onSecondLook={() => {
              void actions.startSecondLook();
              navigate(routes.run(survey.id));
            }}
          />
        )}
        {canNameAnimals(settings.mode, modelPackage) && (
          <SpeciesForRow
            speciesPer={settings.speciesPer}
            lacking={lacking}
            onChange={(speciesPer) => change({ speciesPer })}
          />
        )}
        <RulesRow
          settings={settings}
          hasPlace={mayHavePlace(open)}
          hasTable={modelPackage === null || modelPackage.counts.geofencedTaxa > 0 || settings.ownGeofence.length > 0}
          onChange={change}
        />
        <StartBar
          surveyId={survey.id}
          state={startStateOf(open, lacking)}
          isForQueue={isForQueue}
          place={place}
          onStart={start}
        />
      </div>
      <div className={styles.side}>
        <FoundPanel
          open={open}
          loadPreview={(filepath) => actions.previewUrl(survey.id, filepath)}
          onReconnect={() => void actions.reconnectFolder()}
        />
        <FilesPanel
          open={open}
          isGoing={isGoing}
          onFiles={addFiles}
          onDetach={(name) => void actions.detachFile(name)}
          onRemoveTargets={() => change({ targetSpecies: [] })}
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

/** Something that can give a photo a country is there: then the geofence may hold names back. */
function mayHavePlace({ survey, attached }: OpenSurvey): boolean {
  const { place, placeFromCoordinates, folderPlaces } = survey.settings;
  return place.country !== null || placeFromCoordinates || folderPlaces.length > 0 || attached.instances !== null;
}
