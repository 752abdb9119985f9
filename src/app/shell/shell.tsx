import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { messages } from '../messages';
import { useAppState } from '../state/app-store';
import { AppBar } from './app-bar';
import { DropOverlay } from './drop-overlay';
import { Notices } from './notices';
import { surveyIdOf, type Place } from './place';
import styles from './shell.module.css';
import { ToastBar } from './toast-bar';

export interface ShellProps {
  readonly place: Place;
  readonly children: ReactNode;
}

/** What every screen has around it: skip link, bar, notices, main, toast, drop. */
export function Shell({ place, children }: ShellProps) {
  const main = useRef<HTMLElement>(null);
  useTheme();
  useTopOfScreen(main, place);
  return (
    <div className={styles.shell}>
      {/* A button, because an address with "#main" would be read as a place in the app. */}
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {messages.shell.skipLink}
      </button>
      <div>
        <AppBar place={place} />
        <Notices />
      </div>
      <main ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <ToastBar />
      <DropOverlay isSurvey={surveyIdOf(place) !== null} />
    </div>
  );
}

/** Another screen begins at its top, not where the last one was left. The export lies over its gallery. */
function useTopOfScreen(main: RefObject<HTMLElement | null>, place: Place) {
  const screen = place.screen === 'export' ? 'gallery' : place.screen;
  useLayoutEffect(() => {
    main.current?.scrollTo(0, 0);
  }, [main, screen]);
}

function useTheme() {
  const theme = useAppState((state) => state.preferences.theme);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
