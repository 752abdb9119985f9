import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css';
import '@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { lazy, Suspense } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { messages } from './messages';
import { Screen } from './screen';
import { userLocale } from './shared/format/number-format';
import { surveyIdOf, usePlace } from './shell/place';
import { ScreenBoundary } from './shell/screen-boundary';
import { Shell } from './shell/shell';
import { Loading, StartFailed } from './shell/start-states';
import { AppContext, useAppState, type App as RunningApp } from './state/app-store';

const ImportDialog = lazy(() => import('./features/imports/import-dialog').then((m) => ({ default: m.ImportDialog })));

/** The page: one running app, addresses behind the "#", the shell and a screen in it. */
export function App({ app }: { readonly app: RunningApp }) {
  return (
    <AppContext value={app}>
      {/* The policy allows no inline styles; the design's own CSS does what Base UI's would. */}
      <CSPProvider disableStyleElements>
        <Tooltip.Provider delay={500}>
          <Router hook={useHashLocation}>
            <SpokenPage />
          </Router>
        </Tooltip.Provider>
      </CSPProvider>
    </AppContext>
  );
}

/** Another language draws everything anew; what is open, runs and is stored lives outside of it. */
function SpokenPage() {
  useAppState(({ preferences }) => preferences.language);
  return <Page key={userLocale()} />;
}

function Page() {
  const start = useAppState((state) => state.start);
  const place = usePlace();
  const isImporting = useAppState(({ importing }) => importing.step !== 'none');
  return (
    <Shell place={place}>
      {start.step === 'loading' && <Loading words={messages.shell.starting} />}
      {start.step === 'failed' && <StartFailed condition={start.condition} />}
      {start.step === 'ready' && (
        <ScreenBoundary key={place.screen === 'export' ? 'gallery' : place.screen}>
          <Suspense fallback={<Loading words={messages.common.loading} />}>
            <Screen place={place} />
          </Suspense>
        </ScreenBoundary>
      )}
      {isImporting && surveyIdOf(place) !== null && (
        <Suspense fallback={null}>
          <ImportDialog />
        </Suspense>
      )}
    </Shell>
  );
}
