import { lazy } from 'react';
import { HomeScreen } from './features/home/home-screen';
import { messages } from './messages';
import { isReviewing, type Place } from './shell/place';
import { Loading, NotFound } from './shell/start-states';
import { useOpenSurvey } from './state/use-open-survey';

// Home comes with the first bytes; what is not needed for it comes when it is asked for (and is there offline).
const ModelsScreen = lazy(() => import('./features/models/models-screen').then((m) => ({ default: m.ModelsScreen })));
const SettingsScreen = lazy(() =>
  import('./features/settings/settings-screen').then((m) => ({ default: m.SettingsScreen })),
);
const SetupScreen = lazy(() => import('./features/setup/setup-screen').then((m) => ({ default: m.SetupScreen })));
const RunScreen = lazy(() => import('./features/run/run-screen').then((m) => ({ default: m.RunScreen })));
const GalleryScreen = lazy(() =>
  import('./features/gallery/gallery-screen').then((m) => ({ default: m.GalleryScreen })),
);
const ImageScreen = lazy(() => import('./features/image/image-screen').then((m) => ({ default: m.ImageScreen })));
const ReviewScreen = lazy(() => import('./features/review/review-screen').then((m) => ({ default: m.ReviewScreen })));
const RefineScreen = lazy(() => import('./features/refine/refine-screen').then((m) => ({ default: m.RefineScreen })));
const GeofenceScreen = lazy(() =>
  import('./features/geofence/geofence-screen').then((m) => ({ default: m.GeofenceScreen })),
);
const EventsScreen = lazy(() => import('./features/events/events-screen').then((m) => ({ default: m.EventsScreen })));
const RepeatsScreen = lazy(() =>
  import('./features/repeats/repeats-screen').then((m) => ({ default: m.RepeatsScreen })),
);
const CompareScreen = lazy(() =>
  import('./features/compare/compare-screen').then((m) => ({ default: m.CompareScreen })),
);
const MergeScreen = lazy(() => import('./features/merge/merge-screen').then((m) => ({ default: m.MergeScreen })));
const ExportDialog = lazy(() => import('./features/export/export-dialog').then((m) => ({ default: m.ExportDialog })));

export function Screen({ place }: { readonly place: Place }) {
  switch (place.screen) {
    case 'home':
      return <HomeScreen />;
    case 'models':
      return <ModelsScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'not-found':
      return <NotFound />;
    case 'setup':
    case 'run':
    case 'gallery':
    case 'export':
    case 'image':
    case 'review':
    case 'blankCheck':
    case 'eventReview':
    case 'agreement':
    case 'uncertainFirst':
    case 'speciesReview':
    case 'peopleFirst':
    case 'refine':
    case 'geofence':
    case 'events':
    case 'repeats':
    case 'compare':
    case 'merge':
      return <SurveyScreen key={place.surveyId} place={place} />;
  }
}

type SurveyPlace = Extract<Place, { surveyId: string }>;

/** The screens of a survey begin when it is open. */
function SurveyScreen({ place }: { readonly place: SurveyPlace }) {
  const { surveyId } = place;
  const opened = useOpenSurvey(surveyId);
  if (opened.step === 'not-found') return <NotFound isSurvey />;
  if (opened.step === 'loading') return <Loading words={messages.shell.openingSurvey} />;
  if (place.screen === 'setup') return <SetupScreen surveyId={surveyId} />;
  if (place.screen === 'run') return <RunScreen surveyId={surveyId} />;
  if (isReviewing(place)) return <ReviewScreen surveyId={surveyId} screen={place.screen} />;
  if (place.screen === 'refine') return <RefineScreen surveyId={surveyId} />;
  if (place.screen === 'geofence') return <GeofenceScreen surveyId={surveyId} />;
  if (place.screen === 'events') return <EventsScreen surveyId={surveyId} />;
  if (place.screen === 'repeats') return <RepeatsScreen surveyId={surveyId} />;
  if (place.screen === 'compare') return <CompareScreen surveyId={surveyId} />;
  if (place.screen === 'merge') return <MergeScreen surveyId={surveyId} />;
  if (place.screen === 'image') return <ImageScreen surveyId={surveyId} filepath={place.filepath} />;
  return (
    <>
      {/* One gallery under both addresses: it keeps its place while the dialog is open. */}
      <GalleryScreen surveyId={surveyId} />
      {place.screen === 'export' && <ExportDialog surveyId={surveyId} />}
    </>
  );
}
