import { BadgeCheck, ChevronLeft, CircleCheck, PenLine, SkipForward } from 'lucide-react';
import type { SurveyEvent } from '../../../domain/events';
import { BLANK } from '../../../domain/special-labels';
import { parseWallClock } from '../../../domain/wall-clock';
import { messages } from '../../messages';
import { reviewFlowMessages } from '../../messages/review-flow-messages';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Button } from '../../shared/button';
import { formatCaptureDateTime } from '../../shared/format/format-date';
import { formatDuration } from '../../shared/format/format-duration';
import { IconButton } from '../../shared/icon-button';
import { cameraName } from '../../shared/images/event-name';
import { lineName } from '../../shared/images/image-words';
import { KindMark } from '../../shared/images/kind-mark';
import { readLabel } from '../../shared/images/read-label';
import { NumberInput } from '../../shared/number-input';
import { DigitRow } from '../../shared/review/digit-row';
import { MARKS } from '../../shared/review/review-commands';
import { Tag } from '../../shared/tag';
import type { EventAnswer, EventPlan } from './event-plan';
import { UndoButton } from './undo-button';
import type { Labelling } from './use-labelling';
import styles from './walk-section.module.css';

const words = reviewModeMessages.events;
/** More than anyone counts in a photo. */
const MOST = 9999;

export interface EventPanelProps {
  readonly event: SurveyEvent;
  readonly place: string;
  readonly answer: EventAnswer | null;
  readonly plan: EventPlan | null;
  readonly onCount: (count: number | null) => void;
  /** Null = there is nothing to confirm. */
  readonly onConfirm: (() => void) | null;
  readonly labelling: Labelling;
  /** Frames that labels go to; 0 = to the whole event. */
  readonly chosen: number;
  readonly onFrame: (filepath: string) => void;
  readonly onPrevious: (() => void) | null;
  readonly onSkip: (() => void) | null;
}

/** What the event shows, what confirming it would do, and every other answer. */
export function EventPanel(props: EventPanelProps) {
  const { event, place, answer, plan, onConfirm, labelling, chosen, onPrevious, onSkip } = props;
  return (
    <>
      <section className={styles.section}>
        <div className={styles.row}>
          <span className={styles.text}>{place}</span>
          <span className={styles.acts}>
            <IconButton
              icon={ChevronLeft}
              size="small"
              variant="plain"
              label={words.previous}
              shortcut="["
              disabled={onPrevious === null}
              onClick={() => onPrevious?.()}
            />
            <Button
              size="small"
              icon={SkipForward}
              shortcut="]"
              aria-label={words.skip}
              disabled={onSkip === null}
              onClick={() => onSkip?.()}
            >
              {words.skipShort}
            </Button>
          </span>
        </div>
        <p className={styles.text}>
          {formatCaptureDateTime(event.start)}, {cameraName(event.deployment)}
        </p>
        <p className={styles.text}>{words.facts(event.filepaths.length, lengthOf(event))}</p>
      </section>
      <section className={styles.section}>
        <p className={styles.title}>{words.suggestion}</p>
        {answer === null ? <p className={styles.text}>{words.nothing}</p> : <Answer {...props} answer={answer} />}
        {onConfirm === null ? (
          answer !== null && (
            <div>
              <Tag tone="success" icon={CircleCheck}>
                {words.done}
              </Tag>
            </div>
          )
        ) : (
          <Button variant="primary" icon={BadgeCheck} shortcut="C" onClick={onConfirm}>
            {words.confirm}
          </Button>
        )}
        <div className={styles.acts}>
          <Button size="small" icon={PenLine} shortcut="L" onClick={labelling.choose.run}>
            {chosen === 0 ? words.label : labelling.choose.label}
          </Button>
          {MARKS.map(({ id, key }) => (
            <Button
              key={id}
              size="small"
              variant="quiet"
              shortcut={key}
              aria-label={labelling.marks[id].label}
              onClick={labelling.marks[id].run}
            >
              {messages.review.acts[id]}
            </Button>
          ))}
          <UndoButton />
        </div>
        <DigitRow labels={labelling.digits} onLabel={labelling.give} />
        <p className={styles.text} role="status">
          {chosen > 0 && reviewFlowMessages.event.chosen(chosen)}
        </p>
      </section>
      {plan !== null && plan.steps.length > 0 && answer !== null && (
        <Plan plan={plan} answer={answer} frameOf={(filepath) => event.filepaths.indexOf(filepath) + 1} />
      )}
    </>
  );
}

function Answer({ event, answer, onCount, onFrame }: EventPanelProps & { readonly answer: EventAnswer }) {
  const { line, highest } = answer;
  return (
    <>
      <div className={styles.head}>
        <KindMark kind={readLabel(line).kind} size={20} />
        <h2>{lineName(line)}</h2>
      </div>
      {line !== BLANK && highest !== null && (
        <div className={styles.row}>
          <span className={styles.text}>{words.highest}</span>
          <NumberInput label={words.highest} value={highest.count} min={1} max={MOST} onCommit={onCount} />
          <Button
            size="small"
            variant="quiet"
            aria-label={words.showFrame(event.filepaths.indexOf(highest.filepath) + 1)}
            onClick={() => onFrame(highest.filepath)}
          >
            {words.highestIn(event.filepaths.indexOf(highest.filepath) + 1)}
          </Button>
        </div>
      )}
    </>
  );
}

interface PlanProps {
  readonly plan: EventPlan;
  readonly answer: EventAnswer;
  /** Number of a frame in its event, from 1. */
  readonly frameOf: (filepath: string) => number;
}

/** Said beforehand, because one key changes many frames. */
function Plan({ plan, answer, frameOf }: PlanProps) {
  const nameOf = (line: string) => (line === '' ? words.noName : lineName(line));
  const name = lineName(answer.line);
  const isCounted = plan.steps.some(({ deed }) => deed.kind === 'details');
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{words.plan}</h3>
      <ul className={styles.list}>
        {[...plan.kept].map(([line, count]) => (
          <li key={line}>{words.kept(count, nameOf(line))}</li>
        ))}
        {[...plan.changed].map(([line, count]) => (
          <li key={line}>{words.changed(count, nameOf(line), name)}</li>
        ))}
        {isCounted && answer.highest !== null && (
          <li>{words.counted(answer.highest.count, frameOf(answer.highest.filepath))}</li>
        )}
      </ul>
    </section>
  );
}

/** From the first frame to the last; null when there is no time between them. */
function lengthOf({ start, end }: SurveyEvent): string | null {
  const seconds = (parseWallClock(end) ?? 0) - (parseWallClock(start) ?? 0);
  return seconds === 0 ? null : formatDuration(seconds);
}
