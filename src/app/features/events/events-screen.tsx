import { ArrowLeft, CalendarRange } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../messages';
import { LinkButton } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { ScreenHeading } from '../../shared/screen-heading';
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
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <LinkButton to={routes.refine(open.survey.id)} size="small" variant="quiet" icon={ArrowLeft}>
          {words.backToRefine}
        </LinkButton>
        <ScreenHeading documentTitle={`${words.title} · ${open.survey.name}`}>{words.title}</ScreenHeading>
        <p>{words.intro}</p>
      </header>
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
            <SmoothingPanel open={open} onChange={(change) => void actions.changeSurveySettings(change)} />
          </div>
          <Lists open={open} />
        </div>
      )}
    </div>
  );
}

type ListName = 'events' | 'changes';

function Lists({ open }: { readonly open: OpenSurvey }) {
  const { events: words } = messages;
  const [chosen, setChosen] = useState<ListName>('events');
  const { found } = open.events;
  const { outcome } = open.smoothing;
  return (
    <section className={styles.lists} aria-label={words.lists}>
      <div className={styles.tabs}>
        <Segmented<ListName>
          label={words.lists}
          value={chosen}
          onChange={setChosen}
          segments={[
            { value: 'events', label: words.tabEvents(found?.events.length ?? null) },
            { value: 'changes', label: words.tabChanges(outcome?.detections ?? null) },
          ]}
        />
      </div>
      {chosen === 'events' ? <EventList open={open} /> : <ChangeList open={open} />}
    </section>
  );
}
