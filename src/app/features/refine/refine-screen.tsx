import { CalendarRange, Combine, GitCompareArrows, MapPinned, Repeat2, type LucideIcon } from 'lucide-react';
import { messages } from '../../messages';
import { LinkCard } from '../../shared/link-card';
import { ScreenHead } from '../../shared/screen-head';
import type { OpenSurvey } from '../../state/app-state';
import { useAppState } from '../../state/app-store';
import { routes } from '../../state/routes';
import { useOpenSurvey } from '../../state/use-open-survey';
import { cardState, comparisonState, mergeState, type CardName } from './card-state';
import { useGeofenceLine } from './use-geofence-line';
import styles from './refine-screen.module.css';

const CARDS: readonly { readonly name: CardName; readonly icon: LucideIcon }[] = [
  { name: 'geofence', icon: MapPinned },
  { name: 'events', icon: CalendarRange },
  { name: 'repeats', icon: Repeat2 },
  { name: 'compare', icon: GitCompareArrows },
  { name: 'merge', icon: Combine },
];

/** What can be done with results besides looking at them: one card each. */
export function RefineScreen({ surveyId }: { readonly surveyId: string }) {
  const opened = useOpenSurvey(surveyId);
  return opened.step === 'open' ? <Refine open={opened.open} /> : null;
}

function Refine({ open }: { readonly open: OpenSurvey }) {
  const { refine: words } = messages;
  const geofence = useGeofenceLine(open);
  const comparison = useAppState((state) => state.comparison);
  const merging = useAppState((state) => state.merging);
  const states: Partial<Record<CardName, string | null>> = {
    geofence,
    compare: comparisonState(comparison),
    merge: mergeState(merging),
  };
  return (
    <div className={styles.screen}>
      <ScreenHead
        surveyName={open.survey.name}
        title={words.title}
        documentTitle={messages.shell.refine}
        intro={words.intro}
      />
      <ul className={styles.cards}>
        {CARDS.map(({ name, icon }) => (
          <li key={name}>
            <LinkCard
              icon={icon}
              {...words.cards[name]}
              to={routes[name](open.survey.id)}
              state={states[name] ?? cardState(name, open)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
