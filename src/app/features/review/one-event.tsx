import { useState, type ReactNode } from 'react';
import type { SurveyEvent } from '../../../domain/events';
import { messages } from '../../messages';
import { reviewFlowMessages } from '../../messages/review-flow-messages';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { useCommands } from '../../shared/commands/use-commands';
import type { Command } from '../../shared/commands/command';
import { describeImage } from '../../shared/images/describe-image';
import { useReviewUndo } from '../../shared/review/use-review-undo';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import { framesOf } from './event-frames';
import { EventPanel } from './event-panel';
import { planLabel } from './event-plan';
import { EventStrip } from './event-strip';
import { useEventAnswer } from './use-event-answer';
import { toggled } from './toggled';
import { useLabelling } from './use-labelling';
import type { Walk } from './use-walk';
import { WalkBody } from './walk-frame';
import { WalkPhoto } from './walk-photo';
import styles from './one-event.module.css';

const words = reviewModeMessages;
const flowWords = reviewFlowMessages.event;
const NONE: ReadonlySet<string> = new Set();

export interface OneEventProps {
  readonly open: OpenSurvey;
  readonly event: SurveyEvent;
  readonly walk: Walk;
  /** Events in all. */
  readonly total: number;
  readonly untimed: ReactNode;
}

/** One event: the frame that is looked at, all frames, what they show together, and what can be said of all of them. */
export function OneEvent({ open, event, walk, total, untimed }: OneEventProps) {
  const actions = useActions();
  const frames = framesOf(event, open.imageOf, open.labels);
  const { answer, plan, setCount } = useEventAnswer(frames);
  const [chosen, setChosen] = useState<string | null>(null);
  const [hasBoxes, setHasBoxes] = useState(true);
  // The frame that shows most says most.
  const current = chosen ?? answer?.highest?.filepath ?? event.filepaths[0]!;
  const index = event.filepaths.indexOf(current);
  const image = open.imageOf(current);
  const [odd, setOdd] = useState<ReadonlySet<string>>(NONE);
  const choose = (filepath: string) => setOdd(toggled(odd, filepath));
  const label = (line: string) => {
    setOdd(NONE);
    if (odd.size === 0) {
      void actions.reviewAll(planLabel(frames, line).steps);
      walk.goOn();
      return;
    }
    // Only of those that are something else than the event: the event stays, unless that was all of it.
    void actions.review([...odd], { kind: 'label', label: line });
    if (frames.every(({ filepath, isReviewed }) => isReviewed || odd.has(filepath))) walk.goOn();
  };
  const labelling = useLabelling({
    group: words.events.title,
    isEnabled: true,
    current: answer?.line ?? null,
    chooseWords: odd.size === 0 ? words.events.label : flowWords.label(odd.size),
    markWords: (mark) =>
      odd.size === 0
        ? words.events.mark(messages.review.acts[mark])
        : flowWords.mark(messages.review.acts[mark], odd.size),
    onLabel: label,
    images: odd.size === 0 ? event.filepaths : [...odd],
  });
  const confirm =
    plan === null || plan.steps.length === 0
      ? null
      : () => {
          void actions.reviewAll(plan.steps);
          walk.goOn();
        };
  const frameAt = (place: number) => {
    const filepath = event.filepaths[place];
    return filepath === undefined ? null : () => setChosen(filepath);
  };
  const eventAt = (id: string | null) => (id === null ? null : () => walk.show(id));
  const command = (id: string, name: string, keys: readonly string[], run: (() => void) | null): Command => ({
    id: `event-${id}`,
    label: name,
    group: words.events.title,
    keys,
    isEnabled: run !== null,
    run: () => run?.(),
  });
  const undo = useReviewUndo();
  useCommands([
    command('confirm', words.events.confirm, ['C'], confirm),
    ...labelling.commands,
    command('choose', flowWords.chooseCurrent, ['X', ' '], () => choose(current)),
    command('choose-none', flowWords.clear, ['Escape'], odd.size === 0 ? null : () => setOdd(NONE)),
    command('previous-frame', words.events.previousFrame, ['ArrowLeft'], frameAt(index - 1)),
    command('next-frame', words.events.nextFrame, ['ArrowRight'], frameAt(index + 1)),
    command('previous', words.events.previous, ['['], eventAt(walk.previous)),
    command('skip', words.events.skip, [']'], eventAt(walk.next)),
    command('boxes', hasBoxes ? words.walk.hideBoxes : words.walk.showBoxes, ['H'], () => setHasBoxes(!hasBoxes)),
    ...undo,
  ]);
  return (
    <WalkBody
      label={words.events.suggestion}
      photo={
        <div className={styles.frames}>
          {image !== null && (
            <WalkPhoto
              open={open}
              description={describeImage(image, open.labels)}
              ahead={event.filepaths[index + 1] ?? null}
              hasBoxes={hasBoxes}
              onBoxes={() => setHasBoxes(!hasBoxes)}
              place={words.walk.place(index + 1, event.filepaths.length)}
              back={{ label: words.events.previousFrame, shortcut: '←', run: frameAt(index - 1) }}
              forth={{ label: words.events.nextFrame, shortcut: '→', run: frameAt(index + 1) }}
            />
          )}
          <EventStrip
            open={open}
            filepaths={event.filepaths}
            current={current}
            chosen={odd}
            onShow={setChosen}
            onChoose={choose}
          />
        </div>
      }
      panel={
        <>
          <EventPanel
            event={event}
            place={words.events.place(walk.index + 1, total)}
            answer={answer}
            plan={plan}
            onCount={setCount}
            onConfirm={confirm}
            labelling={labelling}
            chosen={odd.size}
            onFrame={setChosen}
            onPrevious={eventAt(walk.previous)}
            onSkip={eventAt(walk.next)}
          />
          {untimed}
          {labelling.dialog}
        </>
      }
    />
  );
}
