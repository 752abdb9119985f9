import { CalendarX, LoaderCircle } from 'lucide-react';
import { useMemo } from 'react';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Checkbox } from '../../shared/checkbox';
import { EmptyState } from '../../shared/empty-state';
import type { OpenSurvey } from '../../state/app-state';
import type { FoundEvents } from '../../state/event-state';
import { changeReviewView, useReviewView } from '../../state/review-view';
import { isEventDone } from './event-frames';
import { Finished } from './image-walk';
import { OneEvent } from './one-event';
import { useWalk } from './use-walk';
import { WalkFrame } from './walk-frame';
import styles from './walk-section.module.css';

const words = reviewModeMessages;

/** Events one after the other: species and highest count are confirmed for all of their frames at once. */
export function EventScreen({ open }: { readonly open: OpenSurvey }) {
  const { found } = open.events;
  if (open.loading !== null || found === null) {
    return (
      <WalkFrame open={open} title={words.events.title} progress={null}>
        <EmptyState icon={LoaderCircle} title={words.walk.loading} />
      </WalkFrame>
    );
  }
  return <Events open={open} found={found} />;
}

function Events({ open, found }: { readonly open: OpenSurvey; readonly found: FoundEvents }) {
  const surveyId = open.survey.id;
  const { areAllEventsShown } = useReviewView(surveyId);
  const { images, imageOf } = open;
  const list = useMemo(() => found.events.map(({ id }) => id), [found]);
  const done = useMemo(() => {
    // What a person says comes with a new array of images.
    if (images.length === 0) return NONE;
    return new Set(found.events.filter((event) => isEventDone(event, imageOf)).map(({ id }) => id));
  }, [found, images, imageOf]);
  const walk = useWalk({
    list,
    isDone: (id) => done.has(id),
    areDoneShown: areAllEventsShown,
    itemOf: (filepath) => found.eventIdOf.get(filepath) ?? null,
  });
  const event = found.events[walk.index];
  const progress =
    list.length === 0
      ? null
      : { done: done.size, total: list.length, text: words.events.progress(done.size, list.length) };
  return (
    <WalkFrame
      open={open}
      title={words.events.title}
      progress={progress}
      tools={
        <Checkbox
          label={words.events.showAll}
          isChecked={areAllEventsShown}
          onChange={(isShown) => changeReviewView(surveyId, { areAllEventsShown: isShown })}
        />
      }
    >
      {list.length === 0 ? (
        <EmptyState icon={CalendarX} title={words.events.none}>
          {words.events.noneText}
        </EmptyState>
      ) : event === undefined ? (
        <div>
          <Finished open={open} title={words.events.finished} onAgain={() => showAgain(surveyId, walk.show, list)} />
          <Untimed found={found} />
        </div>
      ) : (
        <OneEvent
          key={event.id}
          open={open}
          event={event}
          walk={walk}
          total={list.length}
          untimed={<Untimed found={found} />}
        />
      )}
    </WalkFrame>
  );
}

const NONE: ReadonlySet<string> = new Set();

function showAgain(surveyId: string, show: (id: string | null) => void, list: readonly string[]): void {
  changeReviewView(surveyId, { areAllEventsShown: true });
  show(list[0] ?? null);
}

function Untimed({ found }: { readonly found: FoundEvents }) {
  const { length } = found.untimed;
  if (length === 0) return null;
  return (
    <div className={styles.section}>
      <p className={styles.text}>{words.events.untimed(length)}</p>
    </div>
  );
}
