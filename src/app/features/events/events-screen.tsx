import { CalendarRange } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../messages';
import { LinkButton } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { backToRefine, ScreenHead } from '../../shared/screen-head';
import { Segmented } from '../../shared/segmented';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import { routes } from '../../state/routes';
import { useOpenSurvey } from '../../state/use-open-survey';
import { ChangeList } from './change-list';
import { EventList } from './event-list';
import { EventSettingsPanel } from './event-settings-panel';
import styles from './events-screen.module.css';
import { SmoothingPanel } from './smoothing-panel';

/** Which photos are one event, and which names change because of it. */
export function EventsScreen({ surveyId }: { readonly surveyId: string }) {
  const opened = useOpenSurvey(surveyId);
  return opened.step === 'open' ? <Events open={opened.open} /> : null;
}

function Events({ open }: { readonly open: OpenSurvey }) {
  const { events: words } = messages;
  const actions = useActions();
  const { smoothing } = open.survey.settings;
  // Until a list is chosen, the one that tells of the last decision.
  const [chosen, setChosen] = useState<ListName | null>(null);
  const shown = chosen ?? (smoothing === 'off' ? 'events' : 'changes');
  return (
    <div className={styles.screen}>
      <ScreenHead
        surveyName={open.survey.name}
        title={words.title}
        intro={words.intro}
        back={backToRefine(open.survey.id)}
      />
      {open.loading === null && open.survey.counts.done === 0 ? (
        <EmptyState
          icon={CalendarRange}
          title={words.noFactsTitle}
          actions={<LinkButton to={routes.setup(open.survey.id)}>{words.openRun}</LinkButton>}
        >
          {words.noFacts}
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <div className={styles.side}>
            <EventSettingsPanel open={open} onChange={(events) => void actions.changeSurveySettings({ events })} />
            <SmoothingPanel
              open={open}
              onChange={(change) => {
                setChosen(null);
                void actions.changeSurveySettings(change);
              }}
            />
          </div>
          <Lists open={open} shown={shown} onChoose={setChosen} />
        </div>
      )}
    </div>
  );
}

type ListName = 'events' | 'changes';

interface ListsProps {
  readonly open: OpenSurvey;
  readonly shown: ListName;
  readonly onChoose: (name: ListName) => void;
}

function Lists({ open, shown, onChoose }: ListsProps) {
  const { events: words } = messages;
  const { found } = open.events;
  const { outcome } = open.smoothing;
  return (
    <section className={styles.lists} aria-label={words.lists}>
      <div className={styles.tabs}>
        <Segmented<ListName>
          label={words.lists}
          value={shown}
          onChange={onChoose}
          segments={[
            { value: 'events', label: words.tabEvents(found?.events.length ?? null) },
            { value: 'changes', label: words.tabChanges(outcome?.detections ?? null) },
          ]}
        />
      </div>
      {shown === 'events' ? <EventList open={open} /> : <ChangeList open={open} />}
    </section>
  );
}
